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

.PHONY: all image jar run install uninstall dist deb test bench soak mutants sbom docs messages pictures format clean

all: image

image: $(PROGRAM)

$(PROGRAM): $(JAR) $(IMAGE_SOURCES)
	@sh src/image/find-jdk.sh '$(JDK)' need >/dev/null
	sh src/image/build.sh "$$(sh src/image/find-jdk.sh '$(JDK)')"
	@touch $@

jar: $(JAR)

# Jars of another version, or of a library given up, must not get into the image.
$(JAR): $(SOURCES)
	@command -v mvn >/dev/null || { echo 'reglogout: the build needs Maven 3.8 or newer: install it (on Debian: apt-get install maven)' >&2; exit 1; }
	rm -rf target/modules target/tools target/reglogout-*.jar
	$(MVN) package -DskipTests
	@touch $@

# The image where a JDK for it is found, else the jar.
run:
	@if sh src/image/find-jdk.sh '$(JDK)' >/dev/null; then \
	  $(MAKE) -s image >&2 && exec $(PROGRAM) $(ARGS); \
	else \
	  sh src/image/find-jdk.sh '$(JDK)' need || true; \
	  $(MAKE) -s jar >&2 && exec java -jar $(JAR) $(ARGS); \
	fi

# Below PREFIX; DESTDIR stands before it in the paths of the files, and in nothing else.
install: $(PROGRAM)
	@sh src/package/stage.sh target/package && \
	  sh src/package/install.sh target/package '$(DESTDIR)' '$(PREFIX)'; \
	  result=$$?; rm -rf target/package; exit $$result

uninstall:
	@sh src/package/uninstall.sh '$(DESTDIR)' '$(PREFIX)'

dist: $(PROGRAM)
	@sh src/package/dist.sh

deb: $(PROGRAM)
	@sh src/package/deb.sh

test:
	sh src/test/prepare.sh
	sh src/test/run.sh '$(JDK)'

bench: image
	sh src/bench/run.sh

soak: image
	sh src/soak/run.sh

mutants:
	sh src/mutants/run.sh

# What the program consists of: target/reglogout.cdx.json and .xml.
sbom:
	$(MVN) -Psbom package org.cyclonedx:cyclonedx-maven-plugin:makeBom -Dmaven.test.skip=true

# What is written from the program itself; the tests fail while it is stale.
docs: messages pictures

messages:
	$(MVN) test -Dtest=MessagesPageTest -Ddocs.write=true

# Also what the pages show of a terminal.
pictures: image
	$(MVN) test-compile failsafe:integration-test failsafe:verify -Dit.test=PicturesIT,ConsoleBlocksIT \
	  -Dreglogout.program=$(PROGRAM) -Dreglogout.left.out= -Ddocs.write=true

format:
	$(MVN) com.spotify.fmt:fmt-maven-plugin:format

clean:
	rm -rf target
