package dev.reglogout.config;

import dev.reglogout.config.JsonObjectSpan.Member;
import dev.reglogout.registry.RegistryKey;
import dev.reglogout.store.Entry;
import dev.reglogout.store.Entry.Form;
import dev.reglogout.store.StoreException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A document whose entries are members of some of its objects, and that names no default helper.
 */
final class MemberDocument implements LoginDocument {
  private final List<JsonObjectSpan> objects = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private final List<List<Member>> membersOfEntries = new ArrayList<>();
  private final List<Binding> bindings = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<Entry, Instant> expiries = new IdentityHashMap<>();
  private StoreException problem;

  /** Takes objects whose members may be cut, in the order they stand. */
  void addObjects(List<JsonObjectSpan> spans) {
    objects.addAll(spans);
  }

  /**
   * Takes an entry.
   *
   * @param members what goes when it is cut; of the objects given
   */
  void addEntry(String key, String user, Form form, List<Member> members) {
    Integer before = places.get(key);
    int place = before == null ? 0 : before + 1;
    places.put(key, place);
    entries.add(new Entry(RegistryKey.of(key), user, form, place));
    membersOfEntries.add(members);
  }

  /** Tells when the last entry is of no more use. */
  void lastExpires(Instant when) {
    expiries.put(entries.get(entries.size() - 1), when);
  }

  void addBinding(Binding binding) {
    bindings.add(binding);
  }

  void addProblem(Optional<StoreException> other) {
    problem = other.orElse(problem);
  }

  @Override
  public List<Entry> entries() {
    return entries;
  }

  @Override
  public Optional<StoreException> entriesProblem() {
    return Optional.ofNullable(problem);
  }

  @Override
  public List<Binding> bindings() {
    return bindings;
  }

  @Override
  public Optional<StoreException> bindingsProblem() {
    return Optional.empty();
  }

  @Override
  public boolean wouldHaveNoAuthWithout(Collection<Entry> gone) {
    EntryMatcher matcher = new EntryMatcher(gone, false);
    for (Entry entry : entries) {
      if (!matcher.matches(entry)) {
        return false;
      }
    }
    return bindings.isEmpty();
  }

  @Override
  public Edit without(Collection<Entry> gone) {
    EntryMatcher matcher = new EntryMatcher(gone, false);
    Set<Integer> starts = new HashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      if (matcher.matches(entries.get(i))) {
        for (Member member : membersOfEntries.get(i)) {
          starts.add(member.start());
        }
      }
    }
    Edit edit = Cut.of(objects, member -> starts.contains(member.start()));
    List<Splice> inOrder = new ArrayList<>(edit.splices()); // one object may stand in another
    inOrder.sort(Comparator.comparingInt(Splice::start));
    return new Edit(inOrder);
  }

  @Override
  public Instant expires(Entry entry) {
    return expiries.get(entry);
  }

  @Override
  public List<String> secrets(RegistryKey key) {
    return List.of();
  }
}
