package dev.reglogout.helper;

/** The hosts that minting helpers make logins for, as those helpers recognise them. */
final class MintedHosts {
  private static final String[] AMAZONS_MIDDLES = {
    ".dkr.ecr.", ".dkr.ecr-fips.", ".dkr-ecr.", ".dkr-ecr-fips."
  };

  private static final String[] AMAZONS_ENDS = {
    ".amazonaws.com",
    ".amazonaws.com.cn",
    ".amazonaws.eu",
    ".on.aws",
    ".on.amazonwebservices.com.cn",
    ".sc2s.sgov.gov",
    ".c2s.ic.gov",
    ".cloud.adc-e.uk",
    ".csp.hci.ic.gov"
  };

  private static final String[] AZURES_ENDS = {
    ".azurecr.io", ".azurecr.cn", ".azurecr.de", ".azurecr.us"
  };

  private MintedHosts() {}

  /** ACCOUNT.dkr.ecr.REGION.amazonaws.com and its like, and the public gallery. */
  static boolean isAmazons(String host) {
    if (host.equals("public.ecr.aws") || host.equals("ecr-public.aws.com")) {
      return true;
    }
    for (String middle : AMAZONS_MIDDLES) {
      int at = host.indexOf(middle);
      if (at > 0 && host.lastIndexOf('.', at - 1) < 0) { // an account has no dot in it
        return endsWithAny(host.substring(at + middle.length()), AMAZONS_ENDS);
      }
    }
    return false;
  }

  /** gcr.io, what is below it, and REGION-docker.pkg.dev. */
  static boolean isGoogles(String host) {
    return host.equals("gcr.io") || endsWithAny(host, ".gcr.io", ".pkg.dev");
  }

  static boolean isAzures(String host) {
    return endsWithAny(host, AZURES_ENDS);
  }

  private static boolean endsWithAny(String host, String... ends) {
    for (String end : ends) {
      if (host.endsWith(end) && host.length() > end.length()) {
        return true;
      }
    }
    return false;
  }
}
