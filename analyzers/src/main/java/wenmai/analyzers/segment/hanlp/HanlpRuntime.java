package wenmai.analyzers.segment.hanlp;

import com.hankcs.hanlp.HanLP;

/** Sets HanLP's global settings, once and before its first use; nobody else writes them. */
final class HanlpRuntime {
  static {
    // Folding is done before segmentation, with offsets; HanLP must not do it a second time.
    HanLP.Config.Normalization = false;
    HanLP.Config.ShowTermNature = false;
    HanLP.Config.CustomDictionaryAutoRefreshCache = false;
  }

  private HanlpRuntime() {}

  /** Makes sure that the settings are made; called before anything else of HanLP is touched. */
  static void ensure() {
    // The class initializer has run.
  }
}
