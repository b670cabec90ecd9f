using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Ratchet.Adaptation.Advising;
using Ratchet.Adaptation.Selection;
using Ratchet.Adaptation.Sessions;

namespace Ratchet.Storage.State;

/// <summary>
/// Keeps the adaptive layer of a session. <c>adaptive_state.json</c> in the session's folder is everything, with the place in the journal up to which it knows; recovery
/// tells the adviser what came after, so that after any end of the process it is that of the uninterrupted session. Beside it two views are written, in which a session
/// that begins finds what was learned, and which people read, export and change: the selector's (<see cref="SelectorStateFile"/>) and the advisor's
/// (<see cref="AdvisorStateFile"/>).
/// </summary>
/// <remarks>
/// A view that is neither of the last two that were written was changed by a person: it is taken over when the session is opened again, before recovery tells the
/// rest. Files that are truncated, damaged, foreign or of a later version are set aside and reported, and the snapshot before them is used; where there is none,
/// the adviser is fresh and is told the whole journal. One session at a time for a folder of views.
/// </remarks>
public sealed class AdaptiveStore
{
    /// <summary>The name of the file with everything.</summary>
    public const string FileName = "adaptive_state.json";

    private const string Kind = "ratchet-adaptive";
    private const int Version = 1;

    private readonly StateFile file;
    private readonly SelectorStateFile selectorView;
    private readonly AdvisorStateFile advisorView;
    private readonly string session;
    private readonly List<string> problems = [];
    private IReadOnlyList<string> selectorHashes = [];
    private IReadOnlyList<string> advisorHashes = [];
    private long saved = -1;

    private AdaptiveStore(string folder, string views, string session)
    {
        this.session = session;
        file = new(System.IO.Path.Combine(folder, FileName), Kind, Version);
        selectorView = new(System.IO.Path.Combine(views, SelectorStateFile.FileName));
        advisorView = new(System.IO.Path.Combine(views, AdvisorStateFile.FileName));
        Adviser = null!;
    }

    /// <summary>The adviser.</summary>
    public AdaptiveAdviser Adviser { get; private set; }

    /// <summary>The first event of the journal that recovery must tell the adviser.</summary>
    public long From { get; private set; }

    /// <summary>What was set aside, left out or taken over, a line each.</summary>
    public IReadOnlyList<string> Problems => problems;

    /// <summary>Why the last write failed; null where it did not. Trading goes on, and the next commit tries again.</summary>
    public string? WriteFault { get; private set; }

    /// <summary>Opens what a session's folder holds, or begins with what was learned before.</summary>
    /// <param name="folder">The session's folder.</param>
    /// <param name="views">The folder of the views, usually the data root.</param>
    /// <param name="make">Makes a fresh adviser.</param>
    /// <param name="session">Names the session, the same at each restart, such as a hash of its options.</param>
    /// <param name="begins">When the session began: what an advisor learned after that is not taken into a new one.</param>
    /// <param name="journalEnd">The number of the journal's next event; 0 for a new session.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static AdaptiveStore Open(string folder, string views, Func<AdaptiveAdviser> make, string session, long begins, long journalEnd)
    {
        ArgumentNullException.ThrowIfNull(make);
        ArgumentException.ThrowIfNullOrWhiteSpace(session);
        ArgumentOutOfRangeException.ThrowIfNegative(journalEnd);
        var store = new AdaptiveStore(folder, views, session);
        store.Load(make, begins, journalEnd);
        return store;
    }

    /// <summary>Writes the state if anything but bars has changed since it was last written. Called after each commit of the session.</summary>
    /// <param name="nextSequence">The session's next event.</param>
    public void Committed(long nextSequence)
    {
        if (Adviser.Changes != saved || WriteFault is not null)
        {
            Save(nextSequence);
        }
    }

    /// <summary>Writes the state.</summary>
    /// <param name="nextSequence">The session's next event.</param>
    public void Save(long nextSequence)
    {
        var changes = Adviser.Changes;
        try
        {
            var state = SelectorExchange.Export(Adviser.Selector, Adviser.Symbols);
            IReadOnlyList<string> selectorNext = Recent(selectorHashes, Hash(state));
            IReadOnlyList<string> advisorNext = Recent(advisorHashes, Hash(Adviser.Advisor));
            var bytes = new ArrayBufferWriter<byte>();
            Adviser.Write(bytes);
            file.Write(JsonSerializer.SerializeToUtf8Bytes(
                new()
                {
                    Session = session,
                    Sequence = nextSequence,
                    SelectorViews = selectorNext,
                    AdvisorViews = advisorNext,
                    Bytes = bytes.WrittenSpan.ToArray(),
                },
                StateJson.Default.AdaptiveSnapshot));
            var (selectorMoved, advisorMoved) = (!selectorNext.SequenceEqual(selectorHashes), !advisorNext.SequenceEqual(advisorHashes));
            selectorHashes = selectorNext;
            advisorHashes = advisorNext;
            if (selectorMoved)
            {
                selectorView.Write(state);
            }

            if (advisorMoved)
            {
                advisorView.Write(Adviser.Advisor);
            }

            saved = changes;
            WriteFault = null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What is in the journal is enough to come back to this state; nothing that trades waits for this file.
            WriteFault = $"{file.Path} could not be written: {exception.Message}";
        }
    }

    private void Load(Func<AdaptiveAdviser> make, long begins, long journalEnd)
    {
        var read = file.Read((element, _) => Parse(element, make, journalEnd));
        problems.AddRange(read.Problems);
        if (read.Found)
        {
            var (adviser, snapshot) = read.State;
            Adviser = adviser;
            From = snapshot.Sequence;
            selectorHashes = snapshot.SelectorViews;
            advisorHashes = snapshot.AdvisorViews;
            if (read.Problems.Count > 0)
            {
                // The views were written after the snapshot, so that nobody can tell whether a person changed them.
                problems.Add($"{read.Source} was used: the adaptive layer goes on from event {From} of the journal. Changes of the views by hand were left out.");
            }
            else
            {
                TakeChanged();
            }

            saved = Adviser.Changes;
            return;
        }

        Adviser = make();
        if (journalEnd > 0)
        {
            problems.Add($"There is no good {file.Path}: the adaptive layer begins with nothing learned and is told the session's whole journal.");
            return;
        }

        TakeLearned(begins);
        Save(0);
    }

    private (AdaptiveAdviser Adviser, AdaptiveSnapshot Snapshot) Parse(JsonElement element, Func<AdaptiveAdviser> make, long journalEnd)
    {
        var snapshot = element.Deserialize(StateJson.Default.AdaptiveSnapshot) ?? throw new InvalidDataException("Its state is empty.");
        if (snapshot.Session != session)
        {
            throw new InvalidDataException("It belongs to another session.");
        }

        if (snapshot.Sequence < 0 || snapshot.Sequence > journalEnd)
        {
            throw new InvalidDataException($"It knows {snapshot.Sequence} events, and the journal has {journalEnd}.");
        }

        var adviser = make();
        adviser.Read(snapshot.Bytes);
        return (adviser, snapshot);
    }

    private void TakeChanged()
    {
        var selector = selectorView.Read();
        problems.AddRange(selector.Problems);
        if (selector is { Found: true, State: { } state, Problems.Count: 0 } && !selectorHashes.Contains(Hash(state)))
        {
            Try(selectorView.Path, () => Adviser.Take(state));
        }

        var advisor = advisorView.Read();
        problems.AddRange(advisor.Problems);
        if (advisor is { Found: true, State: { } other, Problems.Count: 0 } && !advisorHashes.Contains(Hash(other)))
        {
            Try(advisorView.Path, () =>
            {
                Adviser.Take(other);
                return [];
            });
        }
    }

    private void TakeLearned(long begins)
    {
        var selector = selectorView.Read();
        problems.AddRange(selector.Problems);
        if (selector.State is { } state)
        {
            Try(selector.Source!, () => Adviser.Take(state));
        }

        var advisor = advisorView.Read();
        problems.AddRange(advisor.Problems);
        if (advisor.State is not { } other)
        {
            return;
        }

        if (other.Now > begins)
        {
            problems.Add($"{advisor.Source} was left out: it has learned from times after the session's beginning.");
            return;
        }

        Try(advisor.Source!, () =>
        {
            Adviser.Take(other);
            Adviser.Configure(begins, "configuration", "a session begins");
            return [];
        });
    }

    private void Try(string source, Func<IReadOnlyList<string>> take)
    {
        try
        {
            var left = take();
            problems.Add($"{source} was taken over.");
            problems.AddRange(left.Select(l => $"{source}: {l} was left out."));
        }
        catch (InvalidDataException exception)
        {
            problems.Add($"{source} was left out: {exception.Message}");
        }
    }

    private static IReadOnlyList<string> Recent(IReadOnlyList<string> hashes, string newest) =>
        hashes.Count == 0 ? [newest] : hashes[0] == newest ? hashes : [newest, hashes[0]];

    private static string Hash(SelectorState state) => Hex(JsonSerializer.SerializeToUtf8Bytes(state, StateJson.Default.SelectorState));

    private static string Hash(StrategyAdvisor advisor)
    {
        var bytes = new ArrayBufferWriter<byte>();
        advisor.Write(new(bytes));
        return Hex(bytes.WrittenSpan);
    }

    private static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
