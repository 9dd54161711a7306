using System.IO.Compression;
using System.Text;

namespace Suiying.Registry.Model.Pack;

/// <summary>Files of a pack in a folder or in a zip.</summary>
internal static class PackFiles
{
    public const int MostBytes = 64 * 1024 * 1024;

    private const int MostFiles = 200;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly string[] Known =
    [
        CityFile.Name,
        AreasFile.Name,
        OutlinesFile.Name,
        UnitsFile.Name,
        BasesFile.Name,
        CategoriesFile.Name,
        DutiesFile.Name,
        DeadlinesFile.Name,
        RostersFile.Name,
        MessagesFile.Name,
    ];

    /// <summary>Names of a pack's files; the demo's are not the city's.</summary>
    public static bool IsPart(string name) =>
        Known.Contains(name)
        || name.Length == "calendar/2026.json".Length
            && name.StartsWith(CalendarFiles.Folder + "/", StringComparison.Ordinal)
            && name.EndsWith(".json", StringComparison.Ordinal)
            && name[9..13].All(char.IsAsciiDigit);

    public static IReadOnlyList<string> Names => [.. Known, $"{CalendarFiles.Folder}/2026.json"];

    public static void Save(string folder, IEnumerable<(string File, string Text)> files)
    {
        foreach (var (file, text) in files)
            Save(folder, file, Utf8.GetBytes(text));
    }

    public static void Save(string folder, string file, byte[] content)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    /// <summary>The same entries give the same bytes: every file has the time of the version.</summary>
    public static byte[] Zip(IEnumerable<(string File, string Text)> files, DateTimeOffset at)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (file, text) in files)
            {
                var entry = zip.CreateEntry(file, CompressionLevel.Optimal);
                entry.LastWriteTime = at;
                using var stream = entry.Open();
                stream.Write(Utf8.GetBytes(text));
            }
        }
        return bytes.ToArray();
    }

    /// <summary>
    /// The parts of a pack inside a zip. Nothing is written to a path that the zip names, and no more is unpacked than is allowed,
    /// whatever lengths the zip claims. A folder around the whole pack is taken off; what is no part of a pack is left out.
    /// </summary>
    public static Outcome<Dictionary<string, byte[]>> Unzip(Stream content)
    {
        var files = new Dictionary<string, byte[]>();
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read);
            if (zip.Entries.Count > MostFiles)
                return new UploadUnreadable($"压缩包里有 {zip.Entries.Count} 个文件，最多 {MostFiles} 个。");
            var left = MostBytes;
            var around = Around(zip);
            foreach (var entry in zip.Entries)
            {
                var name = entry.FullName.Replace('\\', '/');
                if (
                    name.Split('/').Any(part => part is ".." or ".")
                    || name.StartsWith('/')
                    || name.Contains(':', StringComparison.Ordinal)
                )
                    return new UploadUnreadable($"压缩包里有不允许的路径“{name}”。");
                name = name.StartsWith(around, StringComparison.Ordinal) ? name[around.Length..] : name;
                if (!IsPart(name))
                    continue;
                if (Read(entry, left) is not { } bytes)
                    return new UploadUnreadable($"解压后超过 {MostBytes / 1024 / 1024} MB，没有读取。");
                if (!files.TryAdd(name, bytes))
                    return new UploadUnreadable($"压缩包里有两个 {name}。");
                left -= bytes.Length;
            }
        }
        catch (InvalidDataException)
        {
            return new UploadUnreadable("这个文件不是完整的 zip 压缩包。");
        }
        return files.Count > 0 ? files : new UploadUnreadable($"压缩包里没有城市数据的文件。认识的文件：{string.Join('、', Names)}。");
    }

    private static string Around(ZipArchive zip)
    {
        var city = zip
            .Entries.Select(e => e.FullName.Replace('\\', '/'))
            .FirstOrDefault(n => n.EndsWith("/" + CityFile.Name, StringComparison.Ordinal));
        return city is null ? "" : city[..^CityFile.Name.Length];
    }

    private static byte[]? Read(ZipArchiveEntry entry, int most)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0; )
        {
            if (bytes.Length + read > most)
                return null;
            bytes.Write(buffer, 0, read);
        }
        return bytes.ToArray();
    }
}
