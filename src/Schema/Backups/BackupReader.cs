using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Suiying.Kernel;

namespace Suiying.Schema.Backups;

/// <summary>Reads an archive from end to end and believes nothing: names, lengths and hashes are compared with the manifest.</summary>
internal static partial class BackupReader
{
    /// <summary>Unpacks what is wanted into a folder and checks everything.</summary>
    /// <param name="path">The archive.</param>
    /// <param name="folder">Where wanted files go; it is there and empty.</param>
    /// <param name="wanted">Which files are kept; the others are only hashed.</param>
    /// <param name="tell">Told what is read.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<Outcome<BackupManifest>> Unpack(
        string path,
        string folder,
        Func<string, bool> wanted,
        Action<string> tell,
        CancellationToken ct
    )
    {
        var seen = new Dictionary<string, BackupPart>();
        byte[]? manifest = null;
        try
        {
            await using var file = File.OpenRead(path);
            await using var zip = new GZipStream(file, CompressionMode.Decompress);
            await using var tar = new TarReader(zip);
            while (await tar.GetNextEntryAsync(copyData: false, ct) is { } entry)
            {
                if (entry.EntryType != TarEntryType.RegularFile || !Name().IsMatch(entry.Name) || manifest is not null)
                    return Refusals.Damaged(path, $"里面有不该有的内容 {entry.Name}");
                var content = entry.DataStream ?? Stream.Null;
                if (entry.Name == BackupManifest.Name)
                    manifest = await ReadAll(content, ct);
                else if (!seen.TryAdd(entry.Name, await Take(entry.Name, content, wanted(entry.Name) ? folder : null, ct)))
                    return Refusals.Damaged(path, $"{entry.Name} 出现了两次");
                tell($"读取备份 {file.Position / 1_000_000:N0} / {file.Length / 1_000_000:N0} MB");
            }
            // The checksum of gzip stands behind the last byte.
            await zip.CopyToAsync(Stream.Null, ct);
            return manifest is null
                ? Refusals.Damaged(path, "没有读到末尾的清单 manifest.json，文件可能被截断")
                : Compare(path, BackupManifest.Parse(manifest), seen);
        }
        catch (Exception broken)
            when (broken is InvalidDataException or EndOfStreamException or FormatException or JsonException or ArgumentException)
        {
            return Refusals.Damaged(path, "不是完整的备份压缩包，可能被截断或改动");
        }
    }

    private static Outcome<BackupManifest> Compare(string path, BackupManifest manifest, Dictionary<string, BackupPart> seen)
    {
        if (manifest.Format > BackupManifest.ThisFormat)
            return Refusals.Newer(path, manifest.Version);
        foreach (var part in manifest.Parts)
        {
            if (!seen.Remove(part.Name, out var found))
                return Refusals.Damaged(path, $"缺少 {part.Name}");
            if (found != part)
                return Refusals.Damaged(path, $"{part.Name} 的内容与清单不符");
        }
        return seen.Count > 0 ? Refusals.Damaged(path, $"{seen.Keys.First()} 不在清单里") : manifest;
    }

    private static async Task<BackupPart> Take(string name, Stream content, string? folder, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var target = folder is null ? Stream.Null : Create(Path.Combine(folder, name));
        var buffer = new byte[128 * 1024];
        var length = 0L;
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0; length += read)
        {
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        return new BackupPart(name, length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static FileStream Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }

    private static async Task<byte[]> ReadAll(Stream content, CancellationToken ct)
    {
        using var memory = new MemoryStream();
        await content.CopyToAsync(memory, ct);
        return memory.ToArray();
    }

    /// <summary>Names that we write; none of them leads out of a folder.</summary>
    [GeneratedRegex(@"^(manifest\.json|(database|files|keys)(/[A-Za-z0-9_][A-Za-z0-9_.-]*){1,4})$")]
    private static partial Regex Name();
}
