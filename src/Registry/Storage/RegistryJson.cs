using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Suiying.Contracts.Channels;
using Suiying.Contracts.Registry;
using Suiying.Engines.Clock;
using Suiying.Registry.Model.Pack;

namespace Suiying.Registry.Storage;

/// <summary>
/// How records become payloads. Generated at build time: a server starts by reading some sixteen thousand of them. Only null is left
/// out, so that a member added later as nullable does not make every old payload look changed.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(CityFacts))]
[JsonSerializable(typeof(Area))]
[JsonSerializable(typeof(AreaOutline))]
[JsonSerializable(typeof(Unit))]
[JsonSerializable(typeof(Category))]
[JsonSerializable(typeof(DutyRule))]
[JsonSerializable(typeof(LegalBasis))]
[JsonSerializable(typeof(CalendarYear))]
[JsonSerializable(typeof(DeadlineProfile))]
[JsonSerializable(typeof(RosterEntry))]
[JsonSerializable(typeof(MessageTemplate))]
[JsonSerializable(typeof(List<EntryChange>))]
internal sealed partial class RegistryJson : JsonSerializerContext
{
    private static RegistryJson? readable;

    /// <summary>
    /// Leaves Chinese as it is: half the bytes, and a person can read the table. Made at first use, for the generated part of this class
    /// has static members of its own that must come first.
    /// </summary>
    public static RegistryJson Readable =>
        readable ??= new RegistryJson(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Write<T>(T value, Func<RegistryJson, JsonTypeInfo<T>> type) => JsonSerializer.Serialize(value, type(Readable));
}
