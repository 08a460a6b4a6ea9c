package dev.reglogout.logout;

import dev.reglogout.hub.HubRevocation;
import dev.reglogout.hub.RefreshToken;
import dev.reglogout.internal.SideBySide;
import dev.reglogout.logout.Step.Intent;
import dev.reglogout.store.Environment;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StoreException;
import dev.reglogout.store.Warning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Docker Hub's sign-ins of one logout, and their end at Docker.
 *
 * <p>A refresh token is fetched from where it is to be erased and, if it has the form docker gives
 * it, revoked. In Docker Desktop's own store one of another form is Docker Desktop's, and stays
 * with its access token; so does one that cannot be looked at. A sign-in that is not revoked is
 * warned of, and erased all the same.
 */
final class HubSession {
  /** The reason for which an entry in Docker Desktop's store is left. */
  static final String DESKTOPS = "desktop-sign-in";

  private static final Outcome KEPT =
      Outcome.kept(
          DESKTOPS, "it may be Docker Desktop's own sign-in, which is ended by its Sign out");
  private static final int AT_A_TIME = 8;

  /** How many sign-ins are revoked in one logout; nobody has more of their own. */
  static final int MOST = 16;

  private final LogoutPlan plan;
  private final Map<String, SignIn> signIns = new LinkedHashMap<>();
  private final Map<RefreshToken, String> failures = new HashMap<>();
  private boolean wanted;

  private HubSession(LogoutPlan plan) {
    this.plan = plan;
    for (Step step : plan.steps()) {
      if (step.changes() && step.entry().secret() && step.entry().key().isHubRefreshToken()) {
        signIns.computeIfAbsent(nameOf(step), none -> new SignIn(step)).refreshTokens.add(step);
      }
    }
  }

  /** One sign-in in one store. */
  private static final class SignIn {
    final Step first;
    final List<Step> refreshTokens = new ArrayList<>();
    final List<RefreshToken> tokens = new ArrayList<>();
    StoreException problem;

    SignIn(Step first) {
      this.first = first;
    }

    boolean isDockers() {
      return !tokens.isEmpty();
    }
  }

  /** Returns the sign-ins of a plan that is not to end them: no token is looked at. */
  static HubSession left(LogoutPlan plan) {
    return new HubSession(plan);
  }

  /** Fetches the tokens: the stores side by side, those of one store one after the other. */
  static HubSession fetched(LogoutPlan plan) {
    HubSession session = new HubSession(plan);
    session.wanted = true;
    Map<String, List<SignIn>> byStore = new LinkedHashMap<>();
    for (SignIn signIn : session.signIns.values()) {
      byStore.computeIfAbsent(signIn.first.store().name(), s -> new ArrayList<>()).add(signIn);
    }
    List<List<SignIn>> groups = List.copyOf(byStore.values());
    SideBySide.each(groups, AT_A_TIME, group -> group.forEach(session::fetch));
    return session;
  }

  private void fetch(SignIn signIn) {
    for (Step step : signIn.refreshTokens) {
      try {
        for (String secret : plan.secrets(step)) {
          RefreshToken.read(secret).ifPresent(signIn.tokens::add);
        }
      } catch (StoreException e) {
        signIn.problem = e;
      }
    }
  }

  /** Returns whether there is a token to revoke. */
  boolean isToBeRevoked() {
    for (SignIn signIn : signIns.values()) {
      if (signIn.isDockers()) {
        return wanted;
      }
    }
    return false;
  }

  /** Revokes each token once, all of them within one limit. */
  void revoke(Environment environment, LogoutSettings settings, String url) {
    Set<RefreshToken> distinct = new LinkedHashSet<>();
    for (SignIn signIn : signIns.values()) {
      distinct.addAll(signIn.tokens);
    }
    HubRevocation revocation = new HubRevocation(url, environment, settings.stop());
    List<RefreshToken> tokens = new ArrayList<>(distinct.size());
    for (RefreshToken token : distinct) {
      if (tokens.size() < MOST) {
        tokens.add(token);
      } else {
        failures.put(token, "there are more than the " + MOST + " that one logout revokes");
      }
    }
    List<String> answers =
        SideBySide.map(tokens, AT_A_TIME, token -> failure(revocation, token, settings));
    for (int i = 0; i < tokens.size(); i++) {
      failures.put(tokens.get(i), answers.get(i));
    }
  }

  /** Revokes a token, and returns why that failed, or null. */
  private static String failure(
      HubRevocation revocation, RefreshToken token, LogoutSettings settings) {
    Runnable ended = settings.observer().calling("Docker Hub", "revoke", null);
    try {
      revocation.revoke(token);
      return null;
    } catch (StoreException e) {
      return e.getMessage();
    } finally {
      ended.run();
    }
  }

  /** Returns the plan's steps; those about what is Docker Desktop's own are settled. */
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    for (Step step : plan.steps()) {
      steps.add(isDesktopsOwn(step) ? step.settled(KEPT) : step);
    }
    return steps;
  }

  /** In Docker Desktop's store, only what is known to be docker's is erased. */
  private boolean isDesktopsOwn(Step step) {
    if (step.intent() != Intent.ERASE_LISTED
        || !step.entry().key().isHubToken()
        || !plan.isDesktop(step)) {
      return false;
    }
    SignIn signIn = signIns.get(nameOf(step));
    return signIn != null && !signIn.isDockers();
  }

  /** Returns whether all sign-ins were revoked; null if there were none of docker's. */
  Boolean revoked() {
    Boolean revoked = null;
    for (SignIn signIn : signIns.values()) {
      if (!wanted || signIn.problem != null) {
        return false;
      }
      for (RefreshToken token : signIn.tokens) {
        if (failures.get(token) != null) {
          return false;
        }
        revoked = true;
      }
    }
    return revoked;
  }

  /** Returns what the user should know of sessions that may live on at Docker. */
  List<Warning> warnings() {
    Map<String, Warning> warnings = new LinkedHashMap<>();
    for (SignIn signIn : signIns.values()) {
      Step step = signIn.first;
      if (!wanted) {
        String why = "is not revoked at Docker because of --no-revoke, and may live on there";
        add(warnings, why, step);
      } else if (signIn.problem != null) {
        String why = " does not tell its token: " + signIn.problem.getMessage();
        add(warnings, NOT_REVOKED + step.store() + why, step);
      } else {
        for (RefreshToken token : signIn.tokens) {
          if (failures.get(token) != null) {
            add(warnings, NOT_REVOKED + failures.get(token), null);
          }
        }
      }
    }
    return List.copyOf(warnings.values());
  }

  private static final String NOT_REVOKED =
      "could not be revoked at Docker and may live on there: ";

  /**
   * Adds a warning of a session that may live on.
   *
   * @param unknown the step of a token that was not looked at, or null
   */
  private void add(Map<String, Warning> warnings, String what, Step unknown) {
    String left =
        unknown != null && plan.isDesktop(unknown)
            ? "; it is left in " + unknown.store() + ", where it may be Docker Desktop's own"
            : "";
    String text =
        "Docker Hub's sign-in "
            + what
            + left
            + "; end it in your account's settings at hub.docker.com";
    warnings.put(text, new Warning("hub-session-not-revoked", text, true));
  }

  /** Returns what the tokens of one sign-in share: the store, and the key up to the last slash. */
  private static String nameOf(Step step) {
    String key = step.entry().key().text();
    return step.store() + " " + key.substring(0, key.lastIndexOf('/'));
  }
}
