using System.Security.Cryptography;

namespace Suiying.Kernel;

/// <summary>A file store in a folder, two levels deep by the first bytes of the hash.</summary>
public sealed class FolderFileStore(string folder) : IFileStore
{
    public async Task<string> Save(ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var path = PathOf(name);
        if (File.Exists(path))
            return name;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Written aside and moved, so that a reader or a crash never meets half a file.
        var part = $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.part";
        await File.WriteAllBytesAsync(part, content, ct);
        File.Move(part, path, overwrite: true);
        return name;
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
