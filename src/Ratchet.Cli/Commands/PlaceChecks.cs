using Ratchet.Search.Studies;
using Ratchet.Storage.Studies;

namespace Ratchet.Cli.Commands;

/// <summary>Disk, clock, temporary folder, SQLite.</summary>
internal static class PlaceChecks
{
    private const double Gigabyte = 1L << 30;
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(2);

    public static IEnumerable<DoctorFinding> Run(string root, TimeProvider clock)
    {
        yield return Disk(root);
        var now = clock.GetUtcNow();
        yield return DoctorFinding.Of(
            now.Year is >= 2025 and < 2100, FindingLevel.Fail, "clock", $"{now:yyyy-MM-dd HH:mm:ss} UTC", "Set the clock, and let it be kept by NTP.");

        DirectoryInfo? folder = null;
        DoctorFinding? failure = null;
        try
        {
            folder = Directory.CreateTempSubdirectory("ratchet-doctor-");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            failure = new(FindingLevel.Fail, "temporary files", $"{Path.GetTempPath()}: {exception.Message}", "Set TMPDIR to a folder that can be written.");
        }

        if (folder is null)
        {
            yield return failure!;
            yield break;
        }

        try
        {
            yield return Temporary(folder, now);
            yield return Database(folder, clock);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static DoctorFinding Disk(string root)
    {
        var place = root;
        while (!Directory.Exists(place) && Path.GetDirectoryName(place) is { Length: > 0 } parent)
        {
            place = parent;
        }

        try
        {
            var free = new DriveInfo(place).AvailableFreeSpace / Gigabyte;
            var found = $"{free:0.0} GB free at {place}";
            const string Remedy = "Free some space, or choose another folder with --data-root.";
            return free < 0.2 ? new(FindingLevel.Fail, "disk", found, Remedy) : DoctorFinding.Of(free >= 2, FindingLevel.Warn, "disk", found, Remedy);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new(FindingLevel.Warn, "disk", $"free space at {place} is not known: {exception.Message}", "Check that the disk is there and can be read.");
        }
    }

    private static DoctorFinding Temporary(DirectoryInfo folder, DateTimeOffset now)
    {
        try
        {
            var file = Path.Combine(folder.FullName, "probe");
            File.WriteAllText(file, "probe");
            var apart = (new DateTimeOffset(File.GetLastWriteTimeUtc(file)) - now).Duration();
            return DoctorFinding.Of(
                apart < ClockTolerance,
                FindingLevel.Warn,
                "temporary files",
                apart < ClockTolerance ? $"written in {Path.GetDirectoryName(folder.FullName)}" : $"the file system's clock is {apart.TotalMinutes:0} minutes away from the machine's",
                "Set both clocks by NTP.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new(FindingLevel.Fail, "temporary files", exception.Message, "Set TMPDIR to a folder that can be written.");
        }
    }

    private static DoctorFinding Database(DirectoryInfo folder, TimeProvider clock)
    {
        try
        {
            using var storage = new SqliteStudyStorage(Path.Combine(folder.FullName, "probe.db"), clock);
            var study = Study.Create(storage, "probe");
            study.SetUserAttribute("probe", "written");
            return DoctorFinding.Of(
                Study.Load(storage, "probe").UserAttributes["probe"] == "written",
                FindingLevel.Fail,
                "SQLite",
                "a study was written and read",
                "Reinstall the product: its SQLite library does not work here.");
        }
        catch (Exception exception) when (exception is StudyStorageException or IOException or DllNotFoundException or TypeInitializationException)
        {
            return new(FindingLevel.Fail, "SQLite", exception.Message.ReplaceLineEndings(" "), "Reinstall the product: its SQLite library does not work here.");
        }
    }
}
