using System.Diagnostics;
using System.Text.Json;

namespace Ratchet.Learning.Tests.Boosting;

/// <summary>Trains all parity cases with XGBoost in one process, where Python has it.</summary>
public sealed class XgboostRun : IDisposable
{
    private const string Script = """
        import json, sys
        import numpy as np, xgboost as xgb
        folder = sys.argv[1]
        result = {}
        for case in json.load(open(folder + '/cases.json')):
            x = np.array([[np.nan if v is None else v for v in c] for c in case['columns']], dtype=float).T
            data = xgb.DMatrix(x, case['targets'], weight=case['weights'])
            model = xgb.train(case['parameters'], data, case['rounds'])
            result[case['name']] = {
                'margins': model.predict(data, output_margin=True).astype(float).ravel().tolist(),
                'gain': model.get_score(importance_type='total_gain'),
                'cover': model.get_score(importance_type='cover'),
                'weight': model.get_score(importance_type='weight')}
        json.dump(result, open(folder + '/result.json', 'w'))
        """;

    private readonly JsonDocument? result;
    private readonly string reason = "";

    /// <summary>Runs Python once.</summary>
    public XgboostRun()
    {
        const string Python = "/usr/bin/python3";
        if (!File.Exists(Python) || Run(Python, "-c", "import xgboost, numpy") is { Code: not 0 })
        {
            reason = $"{Python} with numpy and xgboost is not on this machine; the comparison needs it.";
            return;
        }

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
            var (code, error) = Run(Python, "-c", Script, folder.FullName);
            if (code != 0)
            {
                throw new InvalidOperationException($"XGBoost ended with {code}: {error}");
            }

            result = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.FullName, "result.json")));
        }
        finally
        {
            folder.Delete(true);
        }
    }

    /// <summary>A case's result, or a skip with the reason.</summary>
    public JsonElement Require(string name)
    {
        Assert.SkipWhen(result is null, reason);
        return result!.RootElement.GetProperty(name);
    }

    /// <inheritdoc/>
    public void Dispose() => result?.Dispose();

    private static (int Code, string Error) Run(string file, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, error);
    }
}
