package dev.reglogout.cli;

import com.google.gson.stream.JsonWriter;
import dev.reglogout.doctor.Diagnosis;
import dev.reglogout.doctor.ExaminedFile;
import dev.reglogout.doctor.ExaminedHelper;
import dev.reglogout.doctor.Finding;
import dev.reglogout.doctor.RoundTrip;
import dev.reglogout.doctor.Severity;
import dev.reglogout.doctor.Subject;
import java.io.IOException;
import java.io.PrintStream;

/** Prints a diagnosis for programs: one JSON document, described in {@code docs/json.md}. */
final class DiagnosisJson {
  private static final int VERSION = 1;

  private DiagnosisJson() {}

  static void print(PrintStream out, Diagnosis diagnosis, int exitCode) {
    out.println(JsonReport.document(json -> write(json, diagnosis, exitCode)));
  }

  private static void write(JsonWriter json, Diagnosis diagnosis, int exitCode) throws IOException {
    json.name("version").value(VERSION);
    json.name("exitCode").value(exitCode);
    json.name("problems").value(diagnosis.count(Severity.PROBLEM));
    json.name("warnings").value(diagnosis.count(Severity.WARNING));
    json.name("subjects").beginArray();
    for (Subject subject : diagnosis.subjects()) {
      json.beginObject();
      writeSubject(json, subject);
      json.name("findings").beginArray();
      for (Finding finding : subject.findings()) {
        json.beginObject();
        json.name("severity").value(finding.severity().id());
        json.name("id").value(finding.id());
        json.name("text").value(finding.text());
        json.name("advice").value(finding.advice());
        json.endObject();
      }
      json.endArray();
      json.endObject();
    }
    json.endArray();
  }

  private static void writeSubject(JsonWriter json, Subject subject) throws IOException {
    json.name("kind").value(kind(subject));
    json.name("name").value(subject.name());
    json.name("severity").value(subject.severity().id());
    if (subject instanceof ExaminedFile file) {
      json.name("target").value(file.target());
      json.name("exists").value(file.exists());
      json.name("entries").value(file.entries());
      json.name("plainText").value(file.secrets());
      json.name("newLogins").value(file.newLogins());
    } else if (subject instanceof ExaminedHelper helper) {
      json.name("namedBy").beginArray();
      for (String name : helper.namedBy()) {
        json.value(name);
      }
      json.endArray();
      json.name("path").value(helper.path());
      json.name("realPath").value(helper.realPath());
      json.name("nature").value(helper.nature().id());
      json.name("helperVersion").value(helper.version());
      json.name("entries").value(helper.entries());
      json.name("listMillis").value(helper.listMillis());
      writeRoundTrip(json, helper.roundTrip());
    }
  }

  private static void writeRoundTrip(JsonWriter json, RoundTrip trip) throws IOException {
    json.name("roundTrip");
    if (trip == null) {
      json.nullValue();
      return;
    }
    json.beginObject();
    json.name("stored").value(trip.stored());
    json.name("listed").value(trip.listed());
    json.name("got").value(trip.got());
    json.name("erased").value(trip.erased());
    json.endObject();
  }

  private static String kind(Subject subject) {
    if (subject instanceof ExaminedFile) {
      return "file";
    }
    return subject instanceof ExaminedHelper ? "helper" : "variable";
  }
}
