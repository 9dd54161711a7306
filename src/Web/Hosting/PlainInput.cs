using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Net.Http.Headers;
using Suiying.Kernel;

namespace Suiying.Web.Hosting;

/// <summary>
/// Turns away what no person types, once for all addresses: the character NUL, which PostgreSQL refuses in any text, in the path or the
/// query; and bodies that are not UTF-8 by their own word. JSON bodies are checked by <see cref="PlainStrings"/>.
/// </summary>
internal sealed class PlainInput(RequestDelegate next)
{
    public Task Invoke(HttpContext context)
    {
        var request = context.Request;
        // That door answers in a form of its own, and checks more.
        if (request.Path.StartsWithSegments("/open311"))
            return next(context);
        // The framework would fail on a character set that it does not know.
        if (
            MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.Charset.HasValue
            && !type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        )
            return ApiErrors.Write(context, new FieldProblem("", "请用UTF-8编码提交。"), StatusCodes.Status415UnsupportedMediaType);
        var harmful = request.Path.Value?.Contains('\0') == true || request.Query.Any(q => q.Key.Contains('\0') || q.Value.Any(HasNul));
        return harmful
            ? ApiErrors.Write(context, new FieldProblem("", ApiErrors.Unreadable), StatusCodes.Status400BadRequest)
            : next(context);
    }

    private static bool HasNul(string? text) => text?.Contains('\0') == true;
}

/// <summary>Reads JSON text and refuses control characters other than line ends and tabs, and halves of surrogate pairs.</summary>
internal sealed class PlainStrings : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException();
        string? text;
        try
        {
            text = reader.GetString();
        }
        catch (InvalidOperationException)
        {
            // The reader itself refuses half a surrogate pair.
            throw new JsonException(ApiErrors.Unreadable);
        }
        return text is null || !text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))
            ? text
            : throw new JsonException(ApiErrors.Unreadable);
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
