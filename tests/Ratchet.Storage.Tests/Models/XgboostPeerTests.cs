using System.Text.Json;
using Ratchet.Learning.Boosting;
using Ratchet.Learning.Exchange;
using Ratchet.Learning.Forests;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Windows;
using Ratchet.Storage.Models;
using Ratchet.Testing;

namespace Ratchet.Storage.Tests.Models;

/// <summary>Models go to a real XGBoost and come from it.</summary>
public sealed class XgboostPeerTests : IDisposable
{
    private const string Predict = """
        import json, sys, numpy as np, xgboost as xgb
        X = np.fromfile('x.f64').reshape(-1, 7)
        for name in json.load(open('names.json')):
            b = xgb.Booster(model_file=name + '.json')
            d = xgb.DMatrix(X, feature_names=b.feature_names, nthread=1)
            b.set_param({'nthread': 1})
            b.predict(d, output_margin=True).astype(np.float32).tofile(name + '.margin')
            b.predict(d).astype(np.float32).tofile(name + '.predict')
            b.predict(d, pred_leaf=True).astype(np.float32).tofile(name + '.leaf')
            assert len(b.get_dump()) == json.load(open(name + '.json'))['learner']['gradient_booster']['model']['tree_info'].__len__()
        print('version', xgb.__version__)
        """;

    private const string Train = """
        import json, numpy as np, xgboost as xgb
        X = np.fromfile('x.f64').reshape(-1, 7)
        y = {k: np.fromfile(k + '.f64') for k in ('labels', 'classes', 'numbers')}
        forest = {'num_parallel_tree': 20, 'subsample': 0.8, 'colsample_bynode': 0.6, 'eta': 1.0, 'tree_method': 'hist'}
        models = {
            'binary': ('labels', 12, {'objective': 'binary:logistic', 'tree_method': 'hist', 'base_score': 0.3}),
            'reglogistic': ('labels', 8, {'objective': 'reg:logistic', 'tree_method': 'approx'}),
            'logitraw': ('labels', 8, {'objective': 'binary:logitraw', 'tree_method': 'hist', 'scale_pos_weight': 2.0}),
            'softprob': ('classes', 10, {'objective': 'multi:softprob', 'num_class': 3, 'tree_method': 'hist'}),
            'softmax': ('classes', 6, {'objective': 'multi:softmax', 'num_class': 3, 'tree_method': 'hist'}),
            'regression': ('numbers', 20, {'objective': 'reg:squarederror', 'tree_method': 'hist', 'max_depth': 7}),
            'pruned': ('labels', 8, {'objective': 'binary:logistic', 'tree_method': 'exact', 'gamma': 1.5}),
            'lossguide': ('numbers', 8, {'objective': 'reg:squarederror', 'tree_method': 'hist', 'grow_policy': 'lossguide', 'max_leaves': 20, 'max_depth': 0}),
            'dart': ('numbers', 12, {'objective': 'reg:squarederror', 'booster': 'dart', 'rate_drop': 0.4, 'tree_method': 'hist'}),
            'forest': ('labels', 1, dict(forest, objective='binary:logistic')),
            'boostedforest': ('classes', 3, dict(forest, objective='multi:softprob', num_class=3, eta=0.3, num_parallel_tree=4)),
        }
        d = {k: xgb.DMatrix(X, v, nthread=1) for k, v in y.items()}
        for name, (target, rounds, params) in models.items():
            b = xgb.train(dict(params, seed=7, nthread=1, verbosity=0), d[target], rounds)
            b.save_model(name + '.json'); b.save_model(name + '.ubj')
            b.predict(d[target], output_margin=True).astype(np.float32).tofile(name + '.margin')
            b.predict(d[target]).astype(np.float32).tofile(name + '.predict')
            b.predict(d[target], pred_leaf=True).astype(np.float32).tofile(name + '.leaf')
            b.predict(xgb.DMatrix(X[:40], nthread=1), pred_contribs=True).astype(np.float32).tofile(name + '.contribs')
            b.predict(d[target], iteration_range=(0, (rounds + 1) // 2), output_margin=True).astype(np.float32).tofile(name + '.half')
        json.dump(list(models), open('names.json', 'w'))
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ratchet-xgboost");
    private readonly XgboostTable table = new(17);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Write_ForestsOfOurs_PredictTheSameInXgboost()
    {
        var python = PythonPeer.Require("xgboost", "numpy");
        var x = table.Bin();
        var key = StreamKey.FromSeed(3);
        var expected = new Dictionary<string, (TreeEnsemble Ensemble, double[] Predictions)>();
        foreach (var (name, task, targets) in new[]
        {
            ("binary", ForestTask.Classification, table.Labels), ("classes", ForestTask.Classification, table.Classes), ("numbers", ForestTask.Regression, table.Numbers),
        })
        {
            var forest = new ForestLearner(new() { Trees = 100, MaxDepth = 12, Task = task }, key).Learn(x, table.View(targets), 2, CancellationToken.None);
            var predictions = new double[XgboostTable.Rows * (forest.ClassCount > 2 ? forest.ClassCount : 1)];
            if (forest.ClassCount > 2)
            {
                forest.PredictClasses(x, table.AllRows, predictions);
            }
            else
            {
                forest.Predict(x, table.AllRows, predictions);
            }

            expected[name] = (TreeEnsemble.From(forest), predictions);
        }

        Export(python, expected);
    }

    [Fact]
    public void Write_BoostedTreesOfOurs_PredictTheSameInXgboost()
    {
        var python = PythonPeer.Require("xgboost", "numpy");
        var x = table.Bin();
        var expected = new Dictionary<string, (TreeEnsemble Ensemble, double[] Predictions)>();
        foreach (var (name, objective, targets) in new[]
        {
            ("binary", BoostingObjective.BinaryLogistic, table.Labels), ("classes", BoostingObjective.Softmax, table.Classes), ("numbers", BoostingObjective.SquaredError, table.Numbers),
        })
        {
            var model = new BoostedTreesLearner(new() { Objective = objective, Rounds = 60 }, StreamKey.FromSeed(4)).Learn(
                x, table.View(targets), null, null, 2, CancellationToken.None);
            var predictions = new double[XgboostTable.Rows * model.OutputCount];
            model.Predict(x, table.AllRows, predictions);
            expected[name] = (TreeEnsemble.From(model), predictions);
        }

        Export(python, expected);
    }

    [Fact]
    public void Read_ModelsOfXgboost_PredictTheSameHereAndThereAgain()
    {
        var python = PythonPeer.Require("xgboost", "numpy");
        table.Write(folder.FullName);
        python.Run(folder.FullName, Train, TimeSpan.FromMinutes(3));
        var margins = new Dictionary<string, double[]>();
        foreach (var file in folder.GetFiles("*.ubj").OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file.Name);
            var model = XgboostReader.Read(At($"{name}.json"));
            XgboostSample.AssertSame(model, XgboostReader.Read(file.FullName));
            margins[name] = Margins(model, model.AllRounds);

            // The leaves of dart are multiplied when the model is read, and in XGBoost when it predicts.
            var tolerance = name == "dart" ? 1e-6 : 0;
            var margin = Compare(name, "margin", margins[name], tolerance);
            Compare(name, "half", Margins(model, new(0, (model.RoundCount + 1) / 2)), tolerance);
            Compare(name, "leaf", Leaves(model), 0);
            var predict = Compare(name, "predict", Predictions(model), 1e-6);
            var contributions = Compare(name, "contribs", Contributions(model, 40), 1e-5);
            Report($"from XGBoost, {name}: margins {margin:g3}, predictions {predict:g3}, contributions {contributions:g3}");
            XgboostWriter.Write(model, At($"{name}.json"));
        }

        python.Run(folder.FullName, Predict, TimeSpan.FromMinutes(3));
        foreach (var (name, expected) in margins)
        {
            Compare(name, "margin", expected, 0);
        }
    }

    // A quote, a backslash, a line separator, a joiner, letters, a sign beyond 16 bits, a control sign that XGBoost has an escape for.
    [Fact]
    public void Write_NamesOfAnySigns_AreTheSameInXgboost()
    {
        string[] names = ["a\U0001F600b", "b\u2028c\u2029", "q\"uote", "back\\slash", "\u00e9\u4e2d\u200d\u007f\ufeff", "tab\tline\nend", "slash/ & + ' \u00a0"];
        var python = PythonPeer.Require("xgboost", "numpy");
        var model = new TreeEnsemble(new()
        {
            Objective = EnsembleObjective.SquaredError,
            FeatureCount = names.Length,
            BaseScores = [0.5f],
            Trees = [new(0, [EnsembleNode.Leaf(1, 1, 1)])],
            FeatureNames = names,
            Attributes = names.ToDictionary(n => n, n => n + n),
        });
        XgboostWriter.Write(model, At("names.json"));
        var back = XgboostReader.Read(At("names.json"));
        Assert.Equal(names, back.FeatureNames);
        Assert.Equal(model.Attributes, back.Attributes);
        var text = python.Run(
            folder.FullName,
            "import json, xgboost as xgb\nb = xgb.Booster(model_file='names.json')\nprint(json.dumps([b.feature_names, b.attributes()]))",
            TimeSpan.FromMinutes(1));
        using var seen = JsonDocument.Parse(text);
        Assert.Equal(names, seen.RootElement[0].EnumerateArray().Select(n => n.GetString()));
        Assert.Equal(model.Attributes, seen.RootElement[1].EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!));
    }

    private static void Report(string text) => TestContext.Current.TestOutputHelper?.WriteLine(text);

    private void Export(PythonPeer python, Dictionary<string, (TreeEnsemble Ensemble, double[] Predictions)> models)
    {
        table.Write(folder.FullName);
        foreach (var (name, (ensemble, _)) in models)
        {
            XgboostWriter.Write(ensemble, At($"{name}.json"));
            Assert.NotNull(XgboostReader.Read(At($"{name}.json")).Origin);
        }

        File.WriteAllText(At("names.json"), $"[{string.Join(',', models.Keys.Select(n => $"\"{n}\""))}]");
        Assert.StartsWith("version", python.Run(folder.FullName, Predict, TimeSpan.FromMinutes(3)), StringComparison.Ordinal);
        foreach (var (name, (ensemble, predictions)) in models)
        {
            Compare(name, "margin", Margins(ensemble, ensemble.AllRounds), 0);
            Compare(name, "leaf", Leaves(ensemble), 0);
            var own = Compare(name, "predict", Predictions(ensemble), 1e-6);

            // Sums of many float32 leaves are as exact as the numbers are large.
            var scale = Math.Max(1, predictions.Max(Math.Abs));
            var model = Compare(name, "predict", predictions, 1e-6 * scale);
            Report($"to XGBoost, {name}: against the ensemble {own:g3}, against the model itself {model:g3} of {scale:g3}");
        }
    }

    private double Compare(string name, string what, double[] ours, double tolerance)
    {
        var largest = XgboostTable.Largest(ours, XgboostTable.ReadFloats(At($"{name}.{what}")));
        Assert.True(largest <= tolerance, $"{name}, {what}: differs by {largest}, allowed are {tolerance}");
        return largest;
    }

    private string At(string name) => Path.Combine(folder.FullName, name);

    private double[] Margins(TreeEnsemble model, IndexRange rounds)
    {
        var margins = new float[XgboostTable.Rows * model.Groups];
        model.PredictMargins(table.Values, rounds, margins, 2, CancellationToken.None);
        return Array.ConvertAll(margins, m => (double)m);
    }

    private double[] Predictions(TreeEnsemble model)
    {
        var output = new float[XgboostTable.Rows * model.OutputCount];
        model.Predict(table.Values, model.AllRounds, output, 2, CancellationToken.None);
        return Array.ConvertAll(output, m => (double)m);
    }

    private double[] Leaves(TreeEnsemble model)
    {
        var leaves = new int[model.Trees.Count];
        return [.. table.AllRows.SelectMany(i =>
        {
            model.PredictLeaves(table.Row(i), leaves);
            return Array.ConvertAll(leaves, l => (double)l);
        })];
    }

    private double[] Contributions(TreeEnsemble model, int rows)
    {
        var width = model.Groups * (model.FeatureCount + 1);
        var result = new double[rows * width];
        for (var i = 0; i < rows; i++)
        {
            model.Contributions(table.Row(i), result.AsSpan(i * width, width));
        }

        return result;
    }
}
