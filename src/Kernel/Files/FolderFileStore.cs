using System.Security.Cryptography;

namespace Suiying.Kernel;

/// <summary>A file store in a folder, two levels deep by the first bytes of the hash.</summary>
public sealed class FolderFileStore(string folder, TimeProvider time) : IFileStore
{
    public async Task<string> Save(ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var path = PathOf(name);
        if (Touch(path))
            return name;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Written aside and moved, so that a reader or a crash never meets half a file.
        var part = $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.part";
        await File.WriteAllBytesAsync(part, content, ct);
        File.SetLastWriteTimeUtc(part, time.GetUtcNow().UtcDateTime);
        File.Move(part, path, overwrite: true);
        return name;
    }

    public bool Delete(string name, DateTimeOffset keptBefore)
    {
        if (!IsName(name))
            return false;
        var path = PathOf(name);
        if (!File.Exists(path) || File.GetLastWriteTimeUtc(path) >= keptBefore.UtcDateTime)
            return false;
        // Set aside first: whoever keeps the same bytes now finds nothing and writes them anew, and who did so just before is seen here.
        var aside = $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.gone";
        try
        {
            File.Move(path, aside, overwrite: true);
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        if (File.GetLastWriteTimeUtc(aside) >= keptBefore.UtcDateTime)
        {
            File.Move(aside, path, overwrite: true);
            return false;
        }
        File.Delete(aside);
        return true;
    }

    /// <summary>Notes that a file was kept again; false where there is none.</summary>
    private bool Touch(string path)
    {
        if (!File.Exists(path))
            return false;
        try
        {
            File.SetLastWriteTimeUtc(path, time.GetUtcNow().UtcDateTime);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    public Task<Stream?> Open(string name, CancellationToken ct) =>
        Task.FromResult<Stream?>(IsName(name) && File.Exists(PathOf(name)) ? File.OpenRead(PathOf(name)) : null);

    public IEnumerable<StoredFile> List() =>
        Directory.Exists(folder)
            ? new DirectoryInfo(folder)
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .Where(file => IsName(file.Name))
                .Select(file => new StoredFile(file.Name, file.Length, file.LastWriteTimeUtc))
            : [];

    private string PathOf(string name) => Path.Combine(folder, name[..2], name[2..4], name);

    private static bool IsName(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);
}
