#!/bin/sh
# Hostile files, arguments and answers.
exec sh src/soak/java.sh dev.reglogout.soak.HostileSoak "$1"
