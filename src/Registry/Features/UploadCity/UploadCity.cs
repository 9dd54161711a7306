using Suiying.Registry.Model;
using Suiying.Registry.Model.Pack;
using Suiying.Registry.Storage;

namespace Suiying.Registry.Features;

/// <summary>上传城市数据: a whole pack as a zip, or one file of it, checked and laid beside what is in force as a draft; nothing is loaded.</summary>
public sealed class UploadCity(RegistryDb db, CityEdits edits)
{
    public sealed record Command
    {
        /// <summary>Name of the file; says which part of a pack it is.</summary>
        public required string Name { get; init; }

        /// <summary>Readable once; at most <see cref="PackFiles.MostBytes"/> are read.</summary>
        public required Stream Content { get; init; }
    }

    public async Task<Outcome<Guid>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.SystemAdmin))
            return new NotAllowed();
        using var content = new MemoryStream();
        await command.Content.CopyToAsync(content, ct);
        if (content.Length is 0 or > PackFiles.MostBytes)
            return new UploadUnreadable($"文件是空的，或超过 {PackFiles.MostBytes / 1024 / 1024} MB。");
        content.Position = 0;
        var name = PartOf(command.Name);
        if (name is null && !command.Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            return new UploadUnreadable($"不认识文件“{command.Name}”。请上传 zip，或其中一个文件：{string.Join('、', PackFiles.Names)}。");
        var unpacked = name is null ? PackFiles.Unzip(content) : new Dictionary<string, byte[]> { [name] = content.ToArray() };
        if (!unpacked.Ok(out var files, out var refusal))
            return refusal;

        var (version, held) = await edits.Held(ct);
        var reading = Read(held, files);
        if (reading.Pack is not { } pack)
            return new PackIsBroken(reading.Problems, reading.Cut);
        var changes = PackEntries.Between(held, PackEntries.Of(pack));
        if (changes.Count == 0)
            return new NothingChanged();
        var proposal = edits.New(ProposalKind.Upload, $"上传：{Short(command.Name)}", changes.Select(c => c with { Seen = version }), by);
        db.Proposals.Add(proposal);
        await db.SaveChangesAsync(ct);
        return proposal.Id;
    }

    /// <summary>A pack with its city.json replaces everything; else each file takes the place of the one in force.</summary>
    private static PackReading Read(IReadOnlyDictionary<EntryKey, string> held, Dictionary<string, byte[]> files)
    {
        var folder = Directory.CreateTempSubdirectory("suiying-upload-");
        try
        {
            if (!files.ContainsKey(CityFile.Name) || files.Count == 1)
                PackFiles.Save(folder.FullName, PackWriter.Files(PackEntries.Pack(held)));
            foreach (var (file, bytes) in files)
                PackFiles.Save(folder.FullName, file, bytes);
            return PackReader.Read(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string? PartOf(string name)
    {
        var file = Path.GetFileName(name.Replace('\\', '/'));
        return new[] { file, $"{CalendarFiles.Folder}/{file}" }.FirstOrDefault(PackFiles.IsPart);
    }

    private static string Short(string name) => name.Length > 100 ? name[..100] : name;
}
