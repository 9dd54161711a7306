using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Suiying.Schema.Backups;

/// <summary>
/// Writes an archive: tar with gzip, which every system opens without us. Written aside, readable by its owner alone, and given its name
/// when it is whole and on the disk.
/// </summary>
internal sealed class BackupWriter : IAsyncDisposable
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string path;
    private readonly FileStream file;
    private readonly GZipStream zip;
    private readonly TarWriter tar;
    private readonly List<BackupPart> parts = [];
    private bool kept;

    public BackupWriter(string path)
    {
        this.path = path;
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Private;
        file = new FileStream(Part, options);
        // Photos do not shrink, and the fastest level takes most of what there is to win from tables.
        zip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true);
        tar = new TarWriter(zip, TarEntryFormat.Pax, leaveOpen: true);
    }

    private string Part => path + ".part";

    /// <summary>Adds one file and returns its hash.</summary>
    public async Task<string> Add(string name, Stream content, DateTimeOffset at, CancellationToken ct)
    {
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
        content.Position = 0;
        await Write(name, content, at, ct);
        parts.Add(new BackupPart(name, content.Length, hash));
        return hash;
    }

    /// <summary>Adds every file of a folder under a name.</summary>
    public async Task AddFolder(string folder, string under, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var found in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            await using var content = File.OpenRead(found);
            await Add($"{under}/{Path.GetRelativePath(folder, found).Replace('\\', '/')}", content, at, ct);
        }
    }

    /// <summary>Ends the archive with its manifest and gives it its name.</summary>
    public async Task<BackupManifest> Keep(BackupManifest manifest, CancellationToken ct)
    {
        var whole = manifest with { Parts = parts };
        await Write(BackupManifest.Name, new MemoryStream(whole.ToJson()), manifest.TakenAt, ct);
        await tar.DisposeAsync();
        await zip.DisposeAsync();
        file.Flush(flushToDisk: true);
        await file.DisposeAsync();
        File.Move(Part, path, overwrite: false);
        kept = true;
        return whole;
    }

    public async ValueTask DisposeAsync()
    {
        if (kept)
            return;
        await file.DisposeAsync();
        File.Delete(Part);
    }

    private Task Write(string name, Stream content, DateTimeOffset at, CancellationToken ct) =>
        tar.WriteEntryAsync(
            new PaxTarEntry(TarEntryType.RegularFile, name)
            {
                DataStream = content,
                Mode = Private,
                ModificationTime = at,
            },
            ct
        );
}
