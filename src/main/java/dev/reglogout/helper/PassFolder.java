package dev.reglogout.helper;

/** How far the list of docker-credential-pass can be believed about one key. */
public enum PassFolder {
  /** There is no folder of that key. */
  ABSENT,
  /** One file of one user is in it: what is listed is all there is. */
  ONE_USER,
  /** It holds more: only one user is listed, perhaps with a part of the name, or none at all. */
  SEVERAL_USERS,
  /** It is a link, which is not listed, or has links in it. */
  LINKED,
  /** It cannot be read. */
  NOT_KNOWN
}
