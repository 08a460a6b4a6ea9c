# reglogout: `make` builds the self-contained program, `make run ARGS='…'` runs it, `make test`
# tests it. JDK=/path names the JDK the image is built from; NATIVE=1 takes the native program instead
# of the image.
SHELL = /bin/sh
MVN = sh src/build/mvn.sh
SOURCES := $(shell find src/main helpers-fixtures -type f) pom.xml
IMAGE_SOURCES := $(shell find src/image -type f)
JAR = target/reglogout.jar
PROGRAM = target/image/bin/reglogout
NATIVE_SOURCES := $(wildcard src/native/*) src/image/reglogout
NATIVE_PROGRAM = target/native/bin/reglogout
ARGS =
JDK =
# What is installed and packed: with NATIVE=1 the native program, with NATIVE=0 the image; without,
# the native program where it is built.
NATIVE =
BUILT = $(if $(NATIVE),$(if $(filter 1,$(NATIVE)),native,image),$(if $(wildcard $(NATIVE_PROGRAM)),native,image))
TESTS =
PREFIX = /usr/local
DESTDIR =
TARGETS = all image native jar run install uninstall dist deb test lint bench soak mutants sbom docs messages \
  pictures format clean
.PHONY: $(TARGETS) given-jdk need-maven ran

all: image

# Also where the image is built already: what is asked for is never passed over.
given-jdk:
	@[ -z '$(JDK)' ] || sh src/image/find-jdk.sh '$(JDK)' need >/dev/null

need-maven:
	@sh src/build/prepare.sh build say

image: given-jdk $(PROGRAM)

$(PROGRAM): $(JAR) $(IMAGE_SOURCES)
	@sh src/build/image.sh '$(JDK)'

# The same program, compiled ahead of time; it takes minutes and much memory.
native: $(NATIVE_PROGRAM)

$(NATIVE_PROGRAM): $(JAR) $(NATIVE_SOURCES)
	@sh src/native/build.sh '$(JDK)'
	@touch $@

jar: $(JAR)

$(JAR): $(SOURCES)
	@sh src/build/jar.sh

# The image where a JDK for it is found, else the jar.
ifneq ($(filter run,$(MAKECMDGOALS)),)
UNKNOWN = $(filter-out $(TARGETS) target/%,$(MAKECMDGOALS))
ifneq ($(UNKNOWN),)
$(error the program's arguments are given in ARGS: make run ARGS='$(UNKNOWN)')
endif
endif

# make ends with 2, and with words of its own, whatever a recipe ends with. Asked whether `run` is up
# to date (-q), it says nothing, and ends with 0 or 1; what is behind + is run all the same.
ifeq ($(MAKECMDGOALS)$(findstring n,$(firstword -$(MAKEFLAGS))),run)
MAKEFLAGS += -q
ran:
	+@JDK='$(JDK)' NATIVE='$(NATIVE)' sh src/build/run.sh $(ARGS); code=$$?; mkdir -p target; echo $$code >target/run.$$PPID
run: ran
	@$(if $(filter-out 0,$(shell cat target/run.$$PPID; rm -f target/run.$$PPID)),:)
else
run:
	JDK='$(JDK)' NATIVE='$(NATIVE)' sh src/build/run.sh $(ARGS)
endif

# Below PREFIX; DESTDIR stands before it in the paths of the files, and in nothing else.
install: given-jdk target/$(BUILT)/bin/reglogout
	@sh src/package/stage.sh target/package target/$(BUILT) && \
	  sh src/package/install.sh target/package '$(DESTDIR)' '$(PREFIX)'; \
	  result=$$?; rm -rf target/package; exit $$result

uninstall:
	@sh src/package/uninstall.sh '$(DESTDIR)' '$(PREFIX)'

dist: given-jdk target/$(BUILT)/bin/reglogout
	@sh src/package/dist.sh target/$(BUILT)

deb: given-jdk target/$(BUILT)/bin/reglogout
	@sh src/package/deb.sh target/$(BUILT)

# TESTS=JarIT,RegistryTest runs these alone.
test: given-jdk
	@JDK='$(JDK)' NATIVE='$(NATIVE)' TESTS='$(TESTS)' sh src/test/run.sh

lint:
	@sh src/test/lint.sh

bench: image
	sh src/bench/run.sh

soak: image
	sh src/soak/run.sh

mutants: need-maven
	sh src/mutants/run.sh

# What the program consists of: target/reglogout.cdx.json and .xml.
sbom: need-maven
	$(MVN) target/sbom.log -Psbom package org.cyclonedx:cyclonedx-maven-plugin:makeBom -Dmaven.test.skip=true

# What is written from the program itself; the tests fail while it is stale.
docs: messages pictures

messages: need-maven
	$(MVN) target/messages.log test -Dtest=MessagesPageTest,EverydaySetupsTest -Ddocs.write=true

# Also what the pages show of a terminal.
pictures: need-maven image
	$(MVN) target/pictures.log test-compile failsafe:integration-test failsafe:verify -Dit.test=PicturesIT,ConsoleBlocksIT \
	  -Dreglogout.program=$(PROGRAM) -Dreglogout.left.out= -Ddocs.write=true

format: need-maven
	$(MVN) target/format.log com.spotify.fmt:fmt-maven-plugin:format

clean:
	rm -rf target
