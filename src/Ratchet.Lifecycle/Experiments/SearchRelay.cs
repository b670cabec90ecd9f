using Ratchet.Search.Schedulers;

namespace Ratchet.Lifecycle.Experiments;

/// <summary>Hands the search's progress on at once, on the thread that reports it.</summary>
internal sealed class SearchRelay(Action<SearchProgress> handler) : IProgress<SearchProgress>
{
    public void Report(SearchProgress value) => handler(value);
}
