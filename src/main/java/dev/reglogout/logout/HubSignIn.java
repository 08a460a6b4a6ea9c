package dev.reglogout.logout;

import dev.reglogout.config.InlineStore;
import dev.reglogout.helper.HelperStore;
import dev.reglogout.helper.KnownHelper;
import dev.reglogout.hub.HubRevocation;
import dev.reglogout.hub.RefreshToken;
import dev.reglogout.internal.SideBySide;
import dev.reglogout.logout.Step.Seen;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.CredentialStore;
import dev.reglogout.store.Environment;
import dev.reglogout.store.Outcome;
import dev.reglogout.store.StoreException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ends Docker Hub's sign-ins at Docker before their tokens are erased here.
 *
 * <p>A refresh token is fetched from where it is to be erased and, if it has the form docker gives
 * it, revoked. In Docker Desktop's own store one of another form is Docker Desktop's, and stays
 * with its access token; so does one that cannot be looked at. A sign-in that is not revoked is
 * warned of, and erased all the same.
 */
final class HubSignIn {
  /** The reason for which an entry in Docker Desktop's store is left. */
  static final String DESKTOPS = "desktop-sign-in";

  private static final Outcome KEPT =
      Outcome.kept(
          DESKTOPS, "it may be Docker Desktop's own sign-in, which is ended by its Sign out");
  private static final int AT_A_TIME = 8;

  private final Environment environment;
  private final LogoutSettings settings;
  private final String url;

  /** Prepares to revoke at a URL; no network is touched before there is a token to revoke. */
  HubSignIn(Environment environment, LogoutSettings settings, String url) {
    this.environment = environment;
    this.settings = settings;
    this.url = url;
  }

  /** What becomes of the session of a refresh token. */
  private enum Fate {
    REVOKED,
    LIVES_ON,
    /** Nobody could look at the token. */
    UNKNOWN,
    /** The token is not of docker's making. */
    NOT_DOCKERS
  }

  /**
   * The tokens of a step.
   *
   * @param problem why they could not be fetched, or null
   */
  private record Fetched(List<RefreshToken> tokens, StoreException problem) {}

  /** Returns the plan for when nothing is revoked: no token is looked at. */
  LogoutPlan left(LogoutPlan plan) {
    Map<Step, Fate> fates = new IdentityHashMap<>();
    Set<Warning> warnings = new LinkedHashSet<>();
    for (Step step : refreshTokens(plan)) {
      fates.put(step, Fate.UNKNOWN);
      warnings.add(
          warning("is not revoked at Docker because of --no-revoke, and may live on there", step));
    }
    return settled(plan, fates, warnings);
  }

  /** Revokes the sign-ins that the plan will erase, and returns the plan for the rest. */
  LogoutPlan ended(LogoutPlan plan) {
    List<Step> steps = refreshTokens(plan);
    Map<Step, Fetched> fetched = fetched(steps);
    Map<RefreshToken, String> failures = revoked(fetched);
    Map<Step, Fate> fates = new IdentityHashMap<>();
    Set<Warning> warnings = new LinkedHashSet<>();
    for (Step step : steps) {
      Fetched found = fetched.get(step);
      if (found.problem() != null) {
        fates.put(step, Fate.UNKNOWN);
        String store = step.store().name();
        warnings.add(
            notRevoked(store + " does not tell its token: " + found.problem().getMessage(), step));
        continue;
      }
      fates.put(step, found.tokens().isEmpty() ? Fate.NOT_DOCKERS : Fate.REVOKED);
      for (RefreshToken token : found.tokens()) {
        String failure = failures.get(token);
        if (failure != null) {
          fates.put(step, Fate.LIVES_ON);
          warnings.add(notRevoked(failure, null));
        }
      }
    }
    return settled(plan, fates, warnings);
  }

  private static List<Step> refreshTokens(LogoutPlan plan) {
    List<Step> tokens = new ArrayList<>();
    for (RegistrySteps registry : plan.registries()) {
      for (Step step : registry.steps()) {
        if (step.isPlanned()
            && step.seen() == Seen.LISTED
            && step.entry().secret()
            && step.entry().key().isHubRefreshToken()) {
          tokens.add(step);
        }
      }
    }
    return tokens;
  }

  /** Fetches the tokens: the stores side by side, those of one store one after the other. */
  private static Map<Step, Fetched> fetched(List<Step> steps) {
    Map<CredentialStore, List<Step>> byStore = new LinkedHashMap<>();
    steps.forEach(step -> byStore.computeIfAbsent(step.store(), s -> new ArrayList<>()).add(step));
    Map<Step, Fetched> all = new IdentityHashMap<>();
    List<List<Step>> groups = List.copyOf(byStore.values());
    List<List<Fetched>> results =
        SideBySide.map(groups, AT_A_TIME, group -> group.stream().map(HubSignIn::fetch).toList());
    for (int i = 0; i < groups.size(); i++) {
      for (int j = 0; j < groups.get(i).size(); j++) {
        all.put(groups.get(i).get(j), results.get(i).get(j));
      }
    }
    return all;
  }

  private static Fetched fetch(Step step) {
    RegistryKey key = step.entry().key();
    try {
      List<String> secrets =
          step.store() instanceof HelperStore helper
              ? List.of(helper.secret(key))
              : ((InlineStore) step.store()).secrets(key);
      List<RefreshToken> tokens = new ArrayList<>();
      secrets.forEach(secret -> RefreshToken.read(secret).ifPresent(tokens::add));
      return new Fetched(tokens, null);
    } catch (StoreException e) {
      return new Fetched(List.of(), e);
    }
  }

  /** Revokes each token once, and returns why some were not. */
  private Map<RefreshToken, String> revoked(Map<Step, Fetched> fetched) {
    Set<RefreshToken> distinct = new LinkedHashSet<>();
    fetched.values().forEach(found -> distinct.addAll(found.tokens()));
    if (distinct.isEmpty()) {
      return Map.of();
    }
    HubRevocation revocation = new HubRevocation(url, environment, settings.stop());
    List<RefreshToken> tokens = List.copyOf(distinct);
    List<String> failures = SideBySide.map(tokens, AT_A_TIME, token -> failure(revocation, token));
    Map<RefreshToken, String> byToken = new HashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      byToken.put(tokens.get(i), failures.get(i));
    }
    return byToken;
  }

  /** Revokes a token, and returns why that failed, or null. */
  private String failure(HubRevocation revocation, RefreshToken token) {
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

  private static LogoutPlan settled(LogoutPlan plan, Map<Step, Fate> fates, Set<Warning> warnings) {
    List<RegistrySteps> registries = new ArrayList<>();
    for (RegistrySteps registry : plan.registries()) {
      List<Step> steps = new ArrayList<>();
      for (Step step : registry.steps()) {
        steps.add(isDesktopsOwn(step, registry, fates) ? step.with(KEPT) : step);
      }
      registries.add(new RegistrySteps(registry.registry(), steps, revoked(registry, fates)));
    }
    List<Warning> all = new ArrayList<>(plan.warnings());
    all.addAll(warnings);
    return new LogoutPlan(registries, List.copyOf(all));
  }

  /** Returns whether all sessions of a registry were revoked; null if there were none. */
  private static Boolean revoked(RegistrySteps registry, Map<Step, Fate> fates) {
    Boolean revoked = null;
    for (Step step : registry.steps()) {
      Fate fate = fates.get(step);
      if (fate == Fate.LIVES_ON || fate == Fate.UNKNOWN) {
        return false;
      }
      revoked = fate == Fate.REVOKED ? Boolean.TRUE : revoked;
    }
    return revoked;
  }

  /** In Docker Desktop's store, only what is known to be docker's is erased. */
  private static boolean isDesktopsOwn(Step step, RegistrySteps registry, Map<Step, Fate> fates) {
    if (!step.isPlanned() || !isInDesktop(step) || !step.entry().key().isHubToken()) {
      return false;
    }
    for (Step other : registry.steps()) {
      Fate fate = fates.get(other);
      if ((fate == Fate.REVOKED || fate == Fate.LIVES_ON)
          && other.store().equals(step.store())
          && signIn(other).equals(signIn(step))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInDesktop(Step step) {
    return step.store() instanceof HelperStore helper && helper.known() == KnownHelper.DESKTOP;
  }

  /** Returns what the keys of one sign-in's tokens share. */
  private static String signIn(Step step) {
    String key = step.entry().key().text();
    return key.substring(0, key.lastIndexOf('/'));
  }

  private static Warning notRevoked(String why, Step unknown) {
    return warning("could not be revoked at Docker and may live on there: " + why, unknown);
  }

  /**
   * Returns a warning of a session that may live on.
   *
   * @param unknown the step of a token that nobody looked at, or null
   */
  private static Warning warning(String what, Step unknown) {
    String left =
        unknown != null && isInDesktop(unknown)
            ? "; it is left in %s, where it may be Docker Desktop's own"
                .formatted(unknown.store().name())
            : "";
    return new Warning(
        "hub-session-not-revoked",
        "Docker Hub's sign-in %s%s; end it in your account's settings at hub.docker.com"
            .formatted(what, left),
        true);
  }
}
