/*
 * What the native program needs of C and the builder's jars do not bring: functions that they
 * declare (@CFunction, which names them and their parameters), and those of libjvm.so that the JDK's
 * own libraries call. Written from these declarations and from what the names say. All else that the
 * libraries ask libjvm.so for is made into functions that end the program by name (build.sh).
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

#include "include/amd64cpufeatures.h" /* made by build.sh from the class that declares it */

extern char **environ;

/* For what is called and not answered here. */
void reglogout_missing(const char *name) {
  const struct rlimit none = {0, 0}; /* a core would hold the text of the config file */
  dprintf(2, "reglogout: the native program lacks %s\n", name);
  setrlimit(RLIMIT_CORE, &none);
  abort();
}

/* CSunMiscSignal: a thread of the program waits for signals, and is woken by their handler. */
static sem_t signals;
static volatile int pending[NSIG];

static void on_signal(int signal) {
  int before = errno;
  __sync_fetch_and_add(&pending[signal], 1);
  sem_post(&signals);
  errno = before;
}

int cSunMiscSignal_open(void) { return sem_init(&signals, 0, 0); }
int cSunMiscSignal_close(void) { return sem_destroy(&signals); }
int cSunMiscSignal_signalSemaphore(void) { return sem_post(&signals); }
int cSunMiscSignal_signalRangeCheck(int signal) { return signal > 0 && signal < NSIG; }
void *cSunMiscSignal_signalHandlerFunctionPointer(void) { return (void *) on_signal; }

int cSunMiscSignal_awaitSemaphore(void) {
  int result;
  do {
    result = sem_wait(&signals);
  } while (result != 0 && errno == EINTR);
  return result;
}

/* The number of a signal that has come, once for each time; below 0 where there is none. */
int cSunMiscSignal_checkPendingSignal(void) {
  for (int signal = 1; signal < NSIG; signal++) {
    int count = pending[signal];
    if (count > 0 && __sync_bool_compare_and_swap(&pending[signal], count, count - 1)) {
      return signal;
    }
  }
  return -1;
}

/*
 * AMD64LibCHelper: a byte for each feature of the processor, 1 where it has it. The program is built
 * for every x86-64; what is beyond that, and needs the system's leave, it is not offered.
 */
void determineCPUFeatures(CPUFeatures *features) {
  unsigned a, b, c, d;
  memset(features, 0, sizeof *features);
  if (!__get_cpuid(1, &a, &b, &c, &d)) return;
  features->fCX8 = (d & bit_CMPXCHG8B) != 0;
  features->fCMOV = (d & bit_CMOV) != 0;
  features->fMMX = (d & bit_MMX) != 0;
  features->fFXSR = (d & bit_FXSAVE) != 0;
  features->fSSE = (d & bit_SSE) != 0;
  features->fSSE2 = (d & bit_SSE2) != 0;
  features->fSSE3 = (c & bit_SSE3) != 0;
  features->fSSSE3 = (c & bit_SSSE3) != 0;
  features->fSSE4_1 = (c & bit_SSE4_1) != 0;
  features->fSSE4_2 = (c & bit_SSE4_2) != 0;
  features->fPOPCNT = (c & bit_POPCNT) != 0;
}

/* The mask is 0xfe for what the program was built to use, else 0xff. */
int checkCPUFeatures(const unsigned char *mask) {
  CPUFeatures features;
  const unsigned char *has = (const unsigned char *) &features;
  determineCPUFeatures(&features);
  for (size_t i = 0; i < sizeof features; i++) {
    if ((mask[i] | has[i]) != 0xff) return 1;
  }
  return 0;
}

int checkCPUFeaturesOrExit(const unsigned char *mask, const char *message) {
  if (checkCPUFeatures(mask) == 0) return 0;
  fprintf(stderr, "reglogout: %s", message);
  _exit(1);
}

/* PosixVMThreads.fprintfSD, Fcntl.open and Linux's mremap: calls whose parameters vary in C. */
int fprintfSD(FILE *file, const char *format, const char *text, int number) {
  return fprintf(file, format, text, number);
}
int openSII(const char *path, int flags, int mode) { return open(path, flags, mode); }
void *mremapP(void *old, size_t size, size_t wanted, int flags, void *place) {
  return mremap(old, size, wanted, flags, place);
}

/* LinuxLibCHelper and LibCHelper. */
int getThreadId(void) { return (int) syscall(SYS_gettid); }
char **getEnviron(void) { return environ; }

/* The name of the time zone, which the caller frees. */
char *SVM_FindJavaTZmd(const char *mappings, int length) {
  static const char folder[] = "/zoneinfo/";
  char target[512];
  (void) mappings, (void) length;
  const char *zone = getenv("TZ");
  if (zone == NULL || *zone == 0) {
    ssize_t end = readlink("/etc/localtime", target, sizeof target - 1);
    target[end < 0 ? 0 : end] = 0;
    char *name = strstr(target, folder);
    zone = name == NULL ? "UTC" : name + strlen(folder);
  }
  return strdup(*zone == ':' ? zone + 1 : zone);
}

/* Jvm.initialize, and the libraries' own set-up, called for once they are linked. */
void initialize(void) {}

static int set_up(const char *library, void *vm) {
  void *handle = dlopen(library, RTLD_LAZY | RTLD_NOLOAD);
  int (*on_load)(void *, void *) = handle ? (int (*)(void *, void *)) dlsym(handle, "JNI_OnLoad") : NULL;
  if (on_load == NULL || on_load(vm, NULL) < 0) reglogout_missing(library);
  return 0x00010008; /* JNI 1.8, which a library linked in must ask for */
}
int JNI_OnLoad_java(void *vm, void *unused) { (void) unused; return set_up("libjava.so", vm); }
int JNI_OnLoad_net(void *vm, void *unused) { (void) unused; return set_up("libnet.so", vm); }
int JNI_OnLoad_nio(void *vm, void *unused) { (void) unused; return set_up("libnio.so", vm); }
int JNI_OnLoad_zip(void *vm, void *unused) { (void) vm, (void) unused; return 0x00010008; }
int JNI_OnLoad_extnet(void *vm, void *unused) { (void) vm, (void) unused; return 0x00010008; }

/* What libjava.so, libnet.so, libnio.so and libzip.so ask libjvm.so for, and the program comes by. */
static int64_t nanos(clockid_t clock, int64_t seconds_less) {
  struct timespec now;
  clock_gettime(clock, &now);
  return (now.tv_sec - seconds_less) * INT64_C(1000000000) + now.tv_nsec;
}
int64_t JVM_CurrentTimeMillis(void *env, void *type) { (void) env, (void) type; return nanos(CLOCK_REALTIME, 0) / 1000000; }
int64_t JVM_NanoTime(void *env, void *type) { (void) env, (void) type; return nanos(CLOCK_MONOTONIC, 0); }
int64_t JVM_GetNanoTimeAdjustment(void *env, void *type, int64_t seconds) { (void) env, (void) type; return nanos(CLOCK_REALTIME, seconds); }
int JVM_ActiveProcessorCount(void) { return (int) sysconf(_SC_NPROCESSORS_ONLN); }
unsigned char JVM_IsSupportedJNIVersion(int version) { return version >= 0x00010001; }
void *JVM_FindLibraryEntry(void *handle, const char *name) { return dlsym(handle, name); }
char *JVM_NativePath(char *path) { return path; }
void JVM_BeforeHalt(void) {}
void JVM_Halt(int code) { _exit(code); }
int jio_vfprintf(FILE *file, const char *format, va_list values) { return vfprintf(file, format, values); }
int jio_vsnprintf(char *text, size_t size, const char *format, va_list values) {
  int written = vsnprintf(text, size, format, values);
  return written < 0 || (size_t) written >= size ? -1 : written;
}
