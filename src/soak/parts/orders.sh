#!/bin/sh
# Every order of the steps of three runs and a neighbour that does not lock.
exec sh src/soak/java.sh dev.reglogout.soak.OrdersSoak "$1"
