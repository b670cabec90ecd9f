namespace Ratchet.Lifecycle.Adaptation;

/// <summary>The work of a book in pieces that write to places of their own.</summary>
internal sealed class BookParts
{
    private readonly StudyBook book;
    private readonly IReadOnlyList<SymbolScan> scans;
    private readonly EntryStudy entryStudy;
    private readonly EntryRow[] entries;
    private readonly EngineRow[] engine;
    private CostRuleResult? costRule;
    private PersistenceResult? persistence;
    private bool? silentIsNone;

    public BookParts(StudyBook book, IReadOnlyList<SymbolScan> scans, ProfileStudyOptions options)
    {
        this.book = book;
        this.scans = scans;
        entryStudy = new(book, scans, options);
        var engineStudy = options.EngineSeeds == 0 ? null : new EngineStudy(book, scans, entryStudy, options);
        entries = new EntryRow[entryStudy.Work.Count];
        engine = new EngineRow[engineStudy?.Work.Count ?? 0];
        var work = new List<Action<CancellationToken>>
        {
            token => costRule = entryStudy.CostRule(token),
            _ => persistence = entryStudy.Persistence(),
        };
        for (var i = 0; i < entries.Length; i++)
        {
            var place = i;
            work.Add(token => entries[place] = entryStudy.Work[place](token));
        }

        for (var i = 0; i < engine.Length; i++)
        {
            var place = i;
            work.Add(token => engine[place] = engineStudy!.Work[place](token));
        }

        if (engineStudy is not null)
        {
            work.Add(token => silentIsNone = engineStudy.SilentIsNone(token));
        }

        Work = work;
    }

    public IReadOnlyList<Action<CancellationToken>> Work { get; }

    public long Size => scans.Sum(s => (long)s.Bars.Count * s.Signals.Count);

    public StudyBookResult Result(double monthMilliseconds)
    {
        var from = scans.Min(s => s.Bars.OpenTime[0]);
        var to = scans.Max(s => s.Bars.OpenTime[^1] + s.Bars.TimeFrame.Milliseconds);
        return new()
        {
            Book = book,
            Months = (to - from) / monthMilliseconds,
            Signals = entryStudy.Signals,
            Playable = entryStudy.Playable,
            Entries = entries,
            BestStatic = entryStudy.BestStatic,
            CostRule = costRule!,
            Persistence = persistence!,
            Cells = entryStudy.Cells(),
            Engine = engine,
            SilentIsNone = silentIsNone,
        };
    }
}
