#!/bin/sh
# Logouts from a directory whose owner swaps files in a loop.
exec sh src/soak/java.sh dev.reglogout.soak.RacesSoak "$1"
