using Ratchet.Search.Studies;
using Ratchet.Search.Tests.Studies;
using Ratchet.Storage.Studies;

namespace Ratchet.Storage.Tests.Studies;

public sealed class SqliteStudyStorageContractTests : StudyStorageContract, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private SqliteStudyStorage? storage;

    public void Dispose()
    {
        storage?.Dispose();
        folder.Dispose();
    }

    protected override IStudyStorage Open(TimeProvider timeProvider) => storage = new SqliteStudyStorage(folder["studies.db"], timeProvider);
}
