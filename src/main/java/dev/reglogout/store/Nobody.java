package dev.reglogout.store;

/** Watches nothing; a class, for a lambda would be made anew at some starts of the program. */
final class Nobody implements Observer, Runnable {
  @Override
  public Runnable calling(String program, String verb, String key) {
    return this;
  }

  @Override
  public void run() {
    // nobody is to be told
  }
}
