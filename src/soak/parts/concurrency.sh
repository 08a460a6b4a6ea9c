#!/bin/sh
# Many logouts at once from one file, alone and beside a program that does not lock.
exec sh src/soak/java.sh dev.reglogout.e2e.ConcurrencySoak "$1"
