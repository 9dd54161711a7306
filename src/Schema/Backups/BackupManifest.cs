using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Suiying.Kernel.Data;

namespace Suiying.Schema.Backups;

/// <summary>What an archive says of itself: the last file in it, so that an archive that was cut off has none.</summary>
public sealed record BackupManifest
{
    public const string Name = "manifest.json";

    /// <summary>Rises when an older program could not read an archive rightly.</summary>
    public const int ThisFormat = 1;

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
    };

    public required int Format { get; init; }

    public required BackupContent Content { get; init; }

    /// <summary>Version of the program that made it.</summary>
    public required string Version { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    public DatabaseKind? Database { get; init; }

    /// <summary>Names of the migrations that the database had, in their order.</summary>
    public IReadOnlyList<string> Migrations { get; init; } = [];

    /// <summary>How many rows each table had.</summary>
    public IReadOnlyDictionary<string, long> Rows { get; init; } = new Dictionary<string, long>();

    public required IReadOnlyList<BackupPart> Parts { get; init; }

    public static string ThisVersion { get; } =
        typeof(BackupManifest).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <exception cref="JsonException">It is none.</exception>
    public static BackupManifest Parse(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<BackupManifest>(json, Json) ?? throw new JsonException();
}

/// <summary>What is in an archive.</summary>
public enum BackupContent
{
    /// <summary>Database and photos.</summary>
    City,

    /// <summary>The keys of the seal and of cookies.</summary>
    Keys,
}

/// <summary>One file of an archive.</summary>
/// <param name="Name">Path in the archive.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record BackupPart(string Name, long Bytes, string Sha256);
