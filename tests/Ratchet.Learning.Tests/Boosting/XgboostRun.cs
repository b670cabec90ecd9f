using System.Text.Json;
using Ratchet.Testing;

namespace Ratchet.Learning.Tests.Boosting;

/// <summary>Trains all parity cases with XGBoost in one process, when the first is asked for.</summary>
public sealed class XgboostRun : IDisposable
{
    private const string Script = """
        import json
        import numpy as np, xgboost as xgb
        result = {}
        for case in json.load(open('cases.json')):
            x = np.array([[np.nan if v is None else v for v in c] for c in case['columns']], dtype=float).T
            data = xgb.DMatrix(x, case['targets'], weight=case['weights'])
            model = xgb.train(case['parameters'], data, case['rounds'])
            result[case['name']] = {
                'margins': model.predict(data, output_margin=True).astype(float).ravel().tolist(),
                'gain': model.get_score(importance_type='total_gain'),
                'cover': model.get_score(importance_type='cover'),
                'weight': model.get_score(importance_type='weight')}
        print(json.dumps(result))
        """;

    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(3);
    private readonly Lazy<JsonDocument> result = new(Train);

    /// <summary>A case's result, or a skip with the reason where a package is not installed; one that is installed and broken fails.</summary>
    public JsonElement Require(string name) => result.Value.RootElement.GetProperty(name);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (result.IsValueCreated)
        {
            result.Value.Dispose();
        }
    }

    private static JsonDocument Train()
    {
        var python = PythonPeer.Require("xgboost", "numpy");
        var folder = Directory.CreateTempSubdirectory("ratchet-parity");
        try
        {
            var cases = ParityCase.All.Select(c => new
            {
                name = c.Name,
                columns = c.Data.Columns.Select(v => v.Select(x => double.IsNaN(x) ? (double?)null : x)),
                targets = c.Data.Targets(c.Options.Objective),
                weights = c.Weighted ? c.Data.Weights : null,
                rounds = c.Options.Rounds,
                parameters = c.Parameters(),
            });
            File.WriteAllText(Path.Combine(folder.FullName, "cases.json"), JsonSerializer.Serialize(cases));
            return JsonDocument.Parse(python.Run(folder.FullName, Script, Timeout));
        }
        finally
        {
            folder.Delete(true);
        }
    }
}
