using System.Security.Cryptography;
using Suiying.People.Model;

namespace Suiying.People.Storage;

/// <summary>
/// The keys of the seal, in a folder outside the database, one file each, readable by the owner of the process alone. Whoever has only
/// the database, or only the folder, can read nothing. Made at the first start; read again when the folder changes, so that several
/// processes follow a rotation. Thread-safe.
/// </summary>
public sealed class KeyRing(KeyFolder folder, TimeProvider time)
{
    private const string SealPrefix = "seal-";
    private const string IndexPrefix = "index-";
    private const string Extension = ".key";
    private const int KeySize = 32;

    private readonly Lock reading = new();
    private (DateTime Stamp, KeySet Keys)? read;

    public KeySet Keys
    {
        get
        {
            lock (reading)
            {
                var stamp = Directory.Exists(folder.Path) ? Directory.GetLastWriteTimeUtc(folder.Path) : default;
                if (read is { } known && known.Stamp == stamp)
                    return known.Keys;
                var keys = Read();
                if (keys.Seal.Count == 0)
                    Add(SealPrefix);
                if (keys.Index.Count == 0)
                    Add(IndexPrefix);
                // The stamp is taken before reading: a file that arrives meanwhile is read the next time.
                read = keys is { Seal.Count: > 0, Index.Count: > 0 } ? (stamp, keys) : (Directory.GetLastWriteTimeUtc(folder.Path), Read());
                return read.Value.Keys;
            }
        }
    }

    /// <summary>Makes a new key of each kind; from now on both are in force.</summary>
    public KeySet AddKeys()
    {
        lock (reading)
        {
            Add(SealPrefix);
            Add(IndexPrefix);
            read = null;
        }
        return Keys;
    }

    private KeySet Read() => new(Read(SealPrefix), Read(IndexPrefix));

    private List<SealingKey> Read(string prefix) =>
        Directory.Exists(folder.Path)
            ?
            [
                .. Directory
                    .EnumerateFiles(folder.Path, $"{prefix}*{Extension}")
                    .OrderDescending(StringComparer.Ordinal)
                    .Select(path => new SealingKey(Path.GetFileNameWithoutExtension(path)[prefix.Length..], ReadSecret(path))),
            ]
            : [];

    private static byte[] ReadSecret(string path)
    {
        var secret = new byte[KeySize];
        return Convert.TryFromBase64String(File.ReadAllText(path).Trim(), secret, out var length) && length == KeySize
            ? secret
            : throw new InvalidOperationException($"密钥文件已损坏：{path}。请从备份恢复。");
    }

    private void Add(string prefix)
    {
        PrivateFolder.Create(folder.Path);
        // Version 7 ids sort by time, so the newest key is the last name.
        var path = Path.Combine(folder.Path, $"{prefix}{Guid.CreateVersion7(time.GetUtcNow()):N}{Extension}");
        var part = $"{path}.part";
        var secret = RandomNumberGenerator.GetBytes(KeySize);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(part, options))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(secret)));
            // A key that is lost in a power cut is lost for all that it sealed.
            file.Flush(flushToDisk: true);
        }
        File.Move(part, path);
    }
}

/// <summary>Where keys lie: setting <c>SUIYING_KEYS</c>, by default <c>var/keys</c>.</summary>
/// <param name="Path">Absolute, or relative to the folder in which the process was started.</param>
public sealed record KeyFolder(string Path);
