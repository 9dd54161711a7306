using System.Globalization;
using Microsoft.AspNetCore.Http;
using Suiying.Registry.Storage;

namespace Suiying.Registry.Model;

/// <summary>A posted form, read as people fill it in: trimmed, and nothing where nothing was written.</summary>
internal readonly struct FormText(IFormCollection form)
{
    public string? this[string name] => form[name].ToString().Trim() is { Length: > 0 } text && !text.Any(IsHarmful) ? text : null;

    /// <summary>One of the words of an enumeration, or null.</summary>
    public T? Word<T>(string name)
        where T : struct, Enum => Pack.PackRow.WordOf<T>(this[name] ?? "");

    public IReadOnlyList<string> All(string name) => [.. form[name].OfType<string>()];

    /// <summary>Lines; a semicolon parts them too, as it does in a pack. One of a Chinese sentence does not.</summary>
    public IReadOnlyList<string> List(string name) =>
        this[name]?.Split([';', '\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    public DateOnly? Day(string name) =>
        DateOnly.TryParseExact(this[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The fields "reason", "on" and "seen".</summary>
    public ChangeReason Reason => new(this["reason"] ?? "", Day("on"), Number("seen"));

    public int? Number(string name) =>
        int.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public TimeOnly? Time(string name) =>
        TimeOnly.TryParseExact(this[name], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>What was typed into a field of a form that was refused, so that it need not be typed again; else what the page would show.</summary>
    public static string? Again(HttpContext http, string name, string? otherwise) =>
        http.Response.StatusCode >= 400 && http.Request.HasFormContentType && http.Request.Form.TryGetValue(name, out var typed)
            ? typed.ToString()
            : otherwise;

    private static bool IsHarmful(char c) => char.IsControl(c) && c is not ('\n' or '\r' or '\t');
}
