# reglogout: `make` builds the self-contained program, `make run ARGS='…'` runs it, `make test`
# tests it. JDK=/path names the JDK the image is built from.
SHELL = /bin/sh
MVN = mvn -B -q -ntp -Dstyle.color=never
SOURCES := $(shell find src/main helpers-fixtures -type f) pom.xml
IMAGE_SOURCES := $(shell find src/image -type f)
JAR = target/reglogout.jar
PROGRAM = target/image/bin/reglogout
ARGS =
JDK =
PREFIX = /usr/local
DESTDIR =
NEED_MAVEN = command -v mvn >/dev/null || { echo 'reglogout: the build needs Maven 3.8 or newer: install it (on Debian: apt-get install maven)' >&2; exit 1; }
BUILDING = echo 'building reglogout; the first time takes about a minute' >&2

.PHONY: all given-jdk need-maven image jar run install uninstall dist deb test bench soak mutants sbom docs messages pictures format clean

all: image

# Also where the image is built already: what is asked for is never passed over.
given-jdk:
	@[ -z '$(JDK)' ] || sh src/image/find-jdk.sh '$(JDK)' need >/dev/null

need-maven:
	@$(NEED_MAVEN)

image: given-jdk $(PROGRAM)

$(PROGRAM): $(JAR) $(IMAGE_SOURCES)
	@sh src/image/find-jdk.sh '$(JDK)' need >/dev/null
	sh src/image/build.sh "$$(sh src/image/find-jdk.sh '$(JDK)')"
	@touch $@

jar: $(JAR)

# Jars of another version, or of a library given up, must not get into the image.
$(JAR): $(SOURCES)
	@$(NEED_MAVEN)
	rm -rf target/modules target/tools target/reglogout-*.jar
	@mkdir -p target
	$(MVN) package -DskipTests >target/build.log || { cat target/build.log >&2; exit 1; }
	@touch $@

# The image where a JDK for it is found, else the jar.
run:
	@if sh src/image/find-jdk.sh '$(JDK)' >/dev/null; then \
	  $(MAKE) -s -q $(PROGRAM) || $(BUILDING); \
	  $(MAKE) -s image >&2 && exec $(PROGRAM) $(ARGS); \
	else \
	  sh src/image/find-jdk.sh '$(JDK)' need || true; \
	  $(MAKE) -s -q $(JAR) || $(BUILDING); \
	  $(MAKE) -s jar >&2 && exec java -jar $(JAR) $(ARGS); \
	fi

# Below PREFIX; DESTDIR stands before it in the paths of the files, and in nothing else.
install: given-jdk $(PROGRAM)
	@sh src/package/stage.sh target/package && \
	  sh src/package/install.sh target/package '$(DESTDIR)' '$(PREFIX)'; \
	  result=$$?; rm -rf target/package; exit $$result

uninstall:
	@sh src/package/uninstall.sh '$(DESTDIR)' '$(PREFIX)'

dist: given-jdk $(PROGRAM)
	@sh src/package/dist.sh

deb: given-jdk $(PROGRAM)
	@sh src/package/deb.sh

test: given-jdk
	sh src/test/prepare.sh
	sh src/test/run.sh '$(JDK)'

bench: image
	sh src/bench/run.sh

soak: image
	sh src/soak/run.sh

mutants: need-maven
	sh src/mutants/run.sh

# What the program consists of: target/reglogout.cdx.json and .xml.
sbom: need-maven
	$(MVN) -Psbom package org.cyclonedx:cyclonedx-maven-plugin:makeBom -Dmaven.test.skip=true

# What is written from the program itself; the tests fail while it is stale.
docs: messages pictures

messages: need-maven
	$(MVN) test -Dtest=MessagesPageTest -Ddocs.write=true

# Also what the pages show of a terminal.
pictures: need-maven image
	$(MVN) test-compile failsafe:integration-test failsafe:verify -Dit.test=PicturesIT,ConsoleBlocksIT \
	  -Dreglogout.program=$(PROGRAM) -Dreglogout.left.out= -Ddocs.write=true

format: need-maven
	$(MVN) com.spotify.fmt:fmt-maven-plugin:format

clean:
	rm -rf target
