package dev.reglogout.doctor;

import dev.reglogout.config.ConfigDocument;
import dev.reglogout.config.ConfigReview;
import dev.reglogout.config.DockerFormat;
import dev.reglogout.config.LoginFile;
import dev.reglogout.config.Tool;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import dev.reglogout.store.StoreException;
import dev.reglogout.survey.FileSurvey;
import dev.reglogout.survey.HelperSurvey;
import dev.reglogout.survey.Survey;
import java.util.ArrayList;
import java.util.List;

/** A file of a survey, as it is reviewed. */
final class ReviewedFile {
  private final FileSurvey file;
  private final Survey survey;
  private final ConfigReview review;
  private final List<RegistryKey> secrets = new ArrayList<>();

  ReviewedFile(FileSurvey file, Survey survey) {
    this.file = file;
    this.survey = survey;
    boolean isDockersForm = isReadable() && location().format() == DockerFormat.INSTANCE;
    this.review = isDockersForm ? new ConfigReview((ConfigDocument) file.document()) : null;
    for (Entry entry : entries()) {
      if (entry.secret()) {
        secrets.add(entry.key());
      }
    }
  }

  /** Returns its path as found, or what names it where none can be. */
  String name() {
    return file.id().name();
  }

  /** Returns where it is, or null if it cannot even be looked for. */
  LoginFile location() {
    return file.store() == null ? null : file.store().file();
  }

  boolean exists() {
    return location() != null && (!isReadable() || file.store().exists());
  }

  boolean isReadable() {
    return file.document() != null;
  }

  /** Returns why not all of it is understood; empty if it is. */
  List<StoreException> problems() {
    return file.problems();
  }

  /** Returns how it says what it says, or null if it cannot be read or is not of docker's form. */
  ConfigReview review() {
    return review;
  }

  /** Returns its entries; none if it cannot be read. */
  List<Entry> entries() {
    return isReadable() ? file.document().entries() : List.of();
  }

  /** Returns the keys of the entries that hold a secret. */
  List<RegistryKey> secrets() {
    return secrets;
  }

  /**
   * Returns keys of logins that stand outside of its auths, where other programs than docker look.
   */
  List<RegistryKey> strayLogins() {
    return isReadable() ? file.document().strayLogins() : List.of();
  }

  /** Returns what it says about helpers. */
  FileSurvey survey() {
    return file;
  }

  /** Returns the program whose file it is; docker's where nobody can tell. */
  Tool owner() {
    return location() == null ? Tool.DOCKER : location().tool();
  }

  boolean isDockers() {
    return owner() == Tool.DOCKER;
  }

  /** Returns the name of the program that reads the file. */
  String reader() {
    return owner().word();
  }

  /** Returns the helper's program that keeps its reader's new logins, or null if the file does. */
  String newLogins() {
    HelperSurvey helper = isReadable() ? survey.helperForAll(file) : null;
    return helper == null ? null : helper.store().name();
  }

  /** Returns whether the helper of a registry, by what its reader asks, is to keep its login. */
  boolean leavesToHelper(RegistryKey key) {
    return survey.hasHelperFor(file, key);
  }
}
