using Ratchet.Benchmarks.Learning;
using Ratchet.Benchmarks.Market;
using Ratchet.Benchmarks.Storage;

namespace Ratchet.Benchmarks.Cases;

/// <summary>Every case there is.</summary>
internal static class CaseTable
{
    private const string Sklearn = "scikit-learn 1.2.1";

    public static IReadOnlyList<BenchmarkCase> All { get; } =
    [
        new("P1", "forest classifier fit, 100,000 x 78, 100 trees, with binning", "s", 1.0, false, new(Sklearn, 38.4, "a_rf.py clf", "fit_s", 1, PeerQuality.Classifier), ForestCases.FitClassifier),
        new("P2", "forest regressor fit, 100,000 x 78, 100 trees, with binning", "s", 1.6, false, new(Sklearn, 44.3, "a_rf.py reg_sqrt", "fit_s", 1, PeerQuality.Regressor), ForestCases.FitRegressor),
        new("P3", "predict by P1's forest, batch, one core", "M rows/s", 0.8, true, new(Sklearn, 0.105, "a_rf.py clf", "predict_rows_per_s_njobs1", 1e-6), ForestCases.PredictBatch),
        new("P4a", "predict by P1's forest, one row", "us", 6, false, new(Sklearn, 7700, "a_rf.py clf", "single_row_ms_njobs1", 1000), ForestCases.PredictRow),
        new("P23a", "import of one-minute bars, plain CSV, one thread", "M bars/s", 5, true, null, ImportCases.ParsePlainCsv),
        new("P23b", "scan of the store, mapped, one thread", "GB/s", 1, true, null, StoreCases.Scan),
        new("IMPORT", "import of one-minute bars from end to end: parse, check, write, flush, one thread", "M bars/s", 1, true, null, StoreCases.Import),
        new("P6", "Gaussian HMM, 3 full states, 4 features, T = 50,000, one EM iteration", "ms", 6, false, new("hmmlearn 0.3.3", 41, "c_hmm.py scaling", "s_per_iter", 1000, PeerQuality.Markov), MarkovCases.EmStep),
        new("P5", "boosted trees fit, 100,000 x 78, 150 trees, depth 6, with binning", "s", 2.5, false, new("XGBoost 1.7.4 hist", 5.3, "b_xgb.py", "fit_s", 1, PeerQuality.Classifier), BoostingCases.Fit),
        new("P5G", "one tree of P5 at 100,000 rows and two threads; also 10,000 and 1,000,000 rows, one thread", "ms", 10, false, null, BoostingCases.Growth),
        new("TREE", "one tree of a search: 22,000 rows, 64 features, sqrt, depth 10, one thread", "ms", 3, false, null, ForestCases.SearchTree),
    ];
}
