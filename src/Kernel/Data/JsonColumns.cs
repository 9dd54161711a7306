using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Suiying.Kernel.Data;

/// <summary>Columns that hold a record as JSON: what is only replaced as a whole, never changed.</summary>
public static class JsonColumns
{
    /// <summary>Words instead of numbers, and Chinese as it is.</summary>
    private static readonly JsonSerializerOptions Words = new()
    {
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
    };

    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) =>
        property.HasConversion(
            value => JsonSerializer.Serialize(value, Words),
            json => JsonSerializer.Deserialize<T>(json, Words)!,
            new ValueComparer<T>((a, b) => Equals(a, b), v => v == null ? 0 : v.GetHashCode(), v => v)
        );
}
