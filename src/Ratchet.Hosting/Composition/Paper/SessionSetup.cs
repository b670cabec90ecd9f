using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ratchet.Adaptation.Sessions;
using Ratchet.Market.Time;
using Ratchet.Trading.Engine;

namespace Ratchet.Hosting.Composition.Paper;

/// <summary>Everything that a paper session was told once, as <c>session.json</c> keeps it: with the folder alone it can go on, be replayed and be explained.</summary>
public sealed record SessionSetup
{
    /// <summary>The version that is written and read.</summary>
    public const int CurrentVersion = 1;

    /// <summary>What the file is.</summary>
    public string Kind { get; init; } = "ratchet paper session";

    /// <summary>The version of the file.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>The version of the program that began the session.</summary>
    public required string CodeVersion { get; init; }

    /// <summary>When it began by its own clock, in milliseconds since 1970-01-01 UTC.</summary>
    public required long Created { get; init; }

    /// <summary>Where bars come from: replay or binance.</summary>
    public required string Feed { get; init; }

    /// <summary>Files that are replayed, by the instruments' order; empty for stored bars.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Which part of the bars is replayed; empty for all.</summary>
    public string Timerange { get; init; } = string.Empty;

    /// <summary>Whether the bars were made by a generator.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Synthetic { get; init; }

    /// <summary>The finer time frame on which orders fill; null where there is none.</summary>
    public TimeFrame? Fine { get; init; }

    /// <summary>The folder of the trained model; empty where built-in strategies trade.</summary>
    public string Model { get; init; } = string.Empty;

    /// <summary>The identity of the trained model; empty where built-in strategies trade.</summary>
    public string ModelIdentity { get; init; } = string.Empty;

    /// <summary>The end of the model's data; 0 where there is no model.</summary>
    public long ModelTrainedAt { get; init; }

    /// <summary>The engine's options: instruments, strategies, costs, sizes, limits.</summary>
    public required EngineOptions Engine { get; init; }

    /// <summary>The adaptive layer, environment and profiles resolved; null where none takes part. Its learning is not kept: it comes from the journal.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AdaptiveOptions? Adaptive { get; init; }

    /// <summary>What the strategies saw before the first traded bar, by the instruments' order.</summary>
    public IReadOnlyList<SessionHistoryEntry> History { get; init; } = [];

    /// <summary>SHA-256 of all that decides what the session does: the engine's options, the model, the adaptive layer, the fine bars and the history's content.</summary>
    [JsonIgnore]
    public string OptionsHash
    {
        get
        {
            var essential = this with { CodeVersion = string.Empty, Created = 0, Feed = string.Empty, Files = [], Timerange = string.Empty, Synthetic = false, Model = string.Empty };
            return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(essential, SessionJson.Default.SessionSetup)));
        }
    }
}
