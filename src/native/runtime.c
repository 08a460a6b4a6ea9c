/*
 * What the native program needs of C and the builder's jars do not bring: functions that classes of
 * the builder declare (@CFunction, with their parameters), and what the JDK's own libraries ask
 * libjvm.so for. Written from these declarations and from what the names say. The rest of what the
 * libraries ask libjvm.so for is made into functions that end the program by name (link.sh).
 */
#define _GNU_SOURCE
#include <cpuid.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <semaphore.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "include/amd64cpufeatures.h" /* made from the class that declares it (link.sh) */
#define UNUSED __attribute__((unused))
#define JNI_1_8 0x00010008
/* Called for what is not answered here. A core would hold the text of the config file. */
void reglogout_missing(const char *name) {
  const struct rlimit none = {0, 0};
  dprintf(2, "reglogout: the native program lacks %s\n", name);
  setrlimit(RLIMIT_CORE, &none);
  abort();
}

/* CSunMiscSignal: the handler of signals counts them, and wakes a thread of the program. */
static sem_t arrived;
static volatile int pending[NSIG];

static void on_signal(int signal) {
  int before = errno;
  __sync_fetch_and_add(&pending[signal], 1);
  sem_post(&arrived);
  errno = before;
}

int cSunMiscSignal_open(void) { return sem_init(&arrived, 0, 0); }
int cSunMiscSignal_close(void) { return sem_destroy(&arrived); }
int cSunMiscSignal_signalSemaphore(void) { return sem_post(&arrived); }
int cSunMiscSignal_signalRangeCheck(int signal) { return signal > 0 && signal < NSIG; }
void *cSunMiscSignal_signalHandlerFunctionPointer(void) { return (void *) on_signal; }

int cSunMiscSignal_awaitSemaphore(void) {
  int result;
  while ((result = sem_wait(&arrived)) != 0 && errno == EINTR) {}
  return result;
}

/* The number of a signal, once for each time that it came; below 0 where there is none. */
int cSunMiscSignal_checkPendingSignal(void) {
  for (int signal = 1; signal < NSIG; signal++) {
    int count = pending[signal];
    if (count > 0 && __sync_bool_compare_and_swap(&pending[signal], count, count - 1)) return signal;
  }
  return -1;
}

/* AMD64LibCHelper: a byte for each feature of the processor; what every program may use of them. */
void determineCPUFeatures(CPUFeatures *has) {
  unsigned a, b, c, d;
  memset(has, 0, sizeof *has);
  if (!__get_cpuid(1, &a, &b, &c, &d)) return;
  has->fCX8 = (d & bit_CMPXCHG8B) != 0, has->fCMOV = (d & bit_CMOV) != 0;
  has->fMMX = (d & bit_MMX) != 0, has->fFXSR = (d & bit_FXSAVE) != 0;
  has->fSSE = (d & bit_SSE) != 0, has->fSSE2 = (d & bit_SSE2) != 0, has->fSSE3 = (c & bit_SSE3) != 0;
  has->fSSSE3 = (c & bit_SSSE3) != 0, has->fSSE4_1 = (c & bit_SSE4_1) != 0;
  has->fSSE4_2 = (c & bit_SSE4_2) != 0, has->fPOPCNT = (c & bit_POPCNT) != 0;
}

/* The same; in the mask, what the program was built to use is 0xfe, and all else 0xff. */
int checkCPUFeatures(const unsigned char *mask) {
  union { CPUFeatures features; unsigned char bytes[sizeof(CPUFeatures)]; } has;
  determineCPUFeatures(&has.features);
  for (size_t i = 0; i < sizeof has.bytes; i++) {
    if ((mask[i] | has.bytes[i]) != 0xff) return 1;
  }
  return 0;
}

int checkCPUFeaturesOrExit(const unsigned char *mask, const char *message) {
  if (checkCPUFeatures(mask) == 0) return 0;
  dprintf(2, "reglogout: %s", message);
  _exit(1);
}

/* PosixVMThreads, Fcntl, LinuxLibCHelper: functions of C whose parameters vary there. */
int fprintfSD(FILE *file, const char *format, const char *s, int d) { return fprintf(file, format, s, d); }
int openSII(const char *path, int flags, int mode) { return open(path, flags, mode); }
void *mremapP(void *old, size_t size, size_t wanted, int flags, void *place) {
  return mremap(old, size, wanted, flags, place);
}

/* LinuxLibCHelper; LibCHelper, whose name of the time zone the caller frees. */
int getThreadId(void) { return (int) syscall(SYS_gettid); }
char **getEnviron(void) { return environ; }
char *SVM_FindJavaTZmd(UNUSED const char *mappings, UNUSED int length) {
  char target[512];
  const char *zone = getenv("TZ");
  if (zone != NULL && *zone != 0) return strdup(*zone == ':' ? zone + 1 : zone);
  ssize_t end = readlink("/etc/localtime", target, sizeof target - 1);
  target[end < 0 ? 0 : end] = 0;
  const char *name = strstr(target, "/zoneinfo/");
  return strdup(name == NULL ? "UTC" : name + strlen("/zoneinfo/"));
}

/* Jvm, and what the program calls to set up each library that it takes to be part of itself. */
void initialize(void) {}
static int set_up(const char *library, void *vm) {
  void *handle = dlopen(library, RTLD_LAZY | RTLD_NOLOAD);
  int (*on_load)(void *, void *) = handle ? (int (*)(void *, void *)) dlsym(handle, "JNI_OnLoad") : NULL;
  if (on_load == NULL || on_load(vm, NULL) < 0) reglogout_missing(library);
  return JNI_1_8; /* the least that such a library may ask for */
}
int JNI_OnLoad_java(void *vm, UNUSED void *reserved) { return set_up("libjava.so", vm); }
int JNI_OnLoad_net(void *vm, UNUSED void *reserved) { return set_up("libnet.so", vm); }
int JNI_OnLoad_nio(void *vm, UNUSED void *reserved) { return set_up("libnio.so", vm); }
int JNI_OnLoad_zip(UNUSED void *vm, UNUSED void *reserved) { return JNI_1_8; } /* has nothing to set up */
int JNI_OnLoad_extnet(UNUSED void *vm, UNUSED void *reserved) { return JNI_1_8; } /* nor has this */

/* libjava.so, libnet.so and libzip.so, of libjvm.so; also Jvm. */
static int64_t nanos(clockid_t clock, int64_t since) {
  struct timespec now;
  clock_gettime(clock, &now);
  return (now.tv_sec - since) * INT64_C(1000000000) + now.tv_nsec;
}
int64_t JVM_CurrentTimeMillis(UNUSED void *env, UNUSED void *type) { return nanos(CLOCK_REALTIME, 0) / 1000000; }
int64_t JVM_NanoTime(UNUSED void *env, UNUSED void *type) { return nanos(CLOCK_MONOTONIC, 0); }
int64_t JVM_GetNanoTimeAdjustment(UNUSED void *env, UNUSED void *type, int64_t s) { return nanos(CLOCK_REALTIME, s); }
int JVM_ActiveProcessorCount(void) { return (int) sysconf(_SC_NPROCESSORS_ONLN); }
unsigned char JVM_IsSupportedJNIVersion(int version) { return version >= 0x00010001; }
void *JVM_FindLibraryEntry(void *handle, const char *name) { return dlsym(handle, name); }
char *JVM_NativePath(char *path) { return path; }
void JVM_BeforeHalt(void) {}
void JVM_Halt(int code) { _exit(code); }
int jio_vfprintf(FILE *file, const char *format, va_list values) { return vfprintf(file, format, values); }
int jio_vsnprintf(char *text, size_t size, const char *format, va_list values) {
  int length = vsnprintf(text, size, format, values);
  return length < 0 || (size_t) length >= size ? -1 : length;
}
