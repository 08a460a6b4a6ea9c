#!/bin/sh
# Logouts that are killed, and files that cannot be changed as usual.
exec sh src/soak/java.sh dev.reglogout.e2e.FaultsSoak "$1"
