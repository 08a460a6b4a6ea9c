#!/bin/sh
# Sixty logouts at once from one file, in each state of the lock beside it.
exec sh src/soak/java.sh dev.reglogout.e2e.LocksSoak "$1"
