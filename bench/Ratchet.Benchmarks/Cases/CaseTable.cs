using Ratchet.Benchmarks.Adaptation;
using Ratchet.Benchmarks.Features;
using Ratchet.Benchmarks.Learning;
using Ratchet.Benchmarks.Market;
using Ratchet.Benchmarks.Peers;
using Ratchet.Benchmarks.Storage;
using Ratchet.Benchmarks.Strategies;
using Ratchet.Benchmarks.Trading;

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
        new("P4b", "predict by the four-forest ensemble and its meta layer, one row", "us", 25, false, null, EnsembleCases.PredictRow),
        new("P5", "boosted trees fit, 100,000 x 78, 150 trees, depth 6, with binning", "s", 2.5, false, new("XGBoost 1.7.4 hist", 5.3, "b_xgb.py", "fit_s", 1, PeerQuality.Classifier), BoostingCases.Fit),
        new("P5G", "one tree of P5 at 100,000 rows and two threads; also 10,000 and 1,000,000 rows, one thread", "ms", 10, false, null, BoostingCases.Growth),
        new("P6", "Gaussian HMM, 3 full states, 4 features, T = 50,000, one EM iteration", "ms", 6, false, new("hmmlearn 0.3.3", 41, "c_hmm.py scaling", "s_per_iter", 1000, PeerQuality.Markov), MarkovCases.EmStep),
        new("P10", "RSI, MACD, Bollinger, ATR, ADX, EMA and SMA over 1,000,000 bars, one thread", "ms", 50, false, new("TA-Lib C 0.6", 70, PeerProgram.TaLib, "all_ms", 1), IndicatorCases.Kernels),
        new("P11", "the whole catalogue over a year of one-minute bars, a fitted HMM given, batch", "s", 3, false, null, CatalogueCases.Batch),
        new("P12", "the whole catalogue, one closed bar, streaming, after 505,600 bars", "us", 30, false, null, CatalogueCases.Stream),
        new("P13", "bar to decision, 99th percentile: features, regime, four forests, selector and advisor, engine and risk gate; the journal's commit beside it", "us", 100, false, null, DecisionCase.BarToDecision),
        new("P14", "search kernel, 1,000,000 bars with stops and three targets, one thread; the peer without stops and targets", "ms", 15, false, new("vectorbt 0.28", 300, "", "", 1), EngineCases.Kernel),
        new("P15", "event engine, 1,000,000 bars with orders, risk and ledger, one thread; and a run of a million trades", "M bars/s", 1.5, true, null, EngineCases.Engine),
        new("P16a", "silhouette, 5,000 x 12", "ms", 60, false, new(Sklearn, 800, "e_cluster.py", "silhouette_s", 1000, PeerQuality.Clusters), ScoreCases.Silhouette),
        new("P16b", "purity of the 5 nearest, 5,000 x 12", "ms", 40, false, new(Sklearn, 350, "e_cluster.py", "knn_brute_s", 1000, PeerQuality.Clusters), ScoreCases.Purity),
        new("P18a", "fractional differentiation, fixed d, 20,000 bars", "ms", 10, false, null, CatalogueCases.Fractional),
        new("P18b", "triple barriers and average uniqueness, 20,000 bars, an event every bar", "ms", 5, false, new("mlfinpy 0.1.2", 1000, "", "", 1), LabelCases.TripleBarriers),
        new("P21a", "load the four-forest ensemble with every checksum and check", "ms", 20, false, null, EnsembleCases.Load),
        new("P21b", "working set of ensembles and feature streams of 10 symbols", "MB", 200, false, null, EnsembleCases.WorkingSet),
        new("P22a", "selector choice among seven profiles, four symbols, epsilon-greedy with pooling, no journal", "us", 1, false, null, SelectorCases.Choose),
        new("P22b", "advisor: one signal scored, 4 strategies x 10 symbols", "us", 2, false, null, AdvisorCases.Score),
        new("P23a", "import of one-minute bars, plain CSV, one thread", "M bars/s", 5, true, null, ImportCases.ParsePlainCsv),
        new("P23b", "scan of the store, mapped, one thread", "GB/s", 1, true, null, StoreCases.Scan),
        new("DECOMPOSE", "a million closed trades by strategy, symbol, regime, pairs and triple, all and two windows, one thread", "s", 2, false, null, AdvisorCases.Decompose),
        new("IMPORT", "import of one-minute bars from end to end: parse, check, write, flush, one thread", "M bars/s", 1, true, null, StoreCases.Import),
        new("JOURNAL", "commit of one decision to the journal, flushed to the disk; and events by large groups", "ms", 10, false, null, JournalCases.Commit),
        new("TREE", "one tree of a search: 22,000 rows, 64 features, sqrt, depth 10, one thread", "ms", 3, false, null, ForestCases.SearchTree),
        new("KINDS", "one tree of 100,000 x 78, depth 10, one thread, by kind of forest, processor time", "ms", 8, false, null, GrowthCases.Kinds),
        new("GROWTH", "forest of 25 trees, 100,000 x 78, one thread, without binning, and how it grows", "s", 0.4, false, null, GrowthCases.Forest),
        new("KNN", "5 nearest events of one query, brute force and tree over rows and dimensions; ours is brute force at 5,000 x 12", "us", 40, false, null, ScoreCases.Crossover),
        new("SMOTE", "synthetic rows of one training part: 22,000 rows, 64 features, 4,400 filled up to 17,600, one thread", "ms", 2000, false, null, ResamplingCases.Smote),
    ];
}
