#!/bin/sh
# Logouts with a helper that dies at random.
exec sh src/soak/java.sh dev.reglogout.soak.HelpersSoak "$1"
