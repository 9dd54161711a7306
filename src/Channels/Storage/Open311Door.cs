using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model;
using Suiying.Contracts.Registry;

namespace Suiying.Channels.Storage;

/// <summary>
/// The one door of Open311: it reads the call, knows the caller, counts, checks the jurisdiction, and writes answer or errors in the form
/// that the address asks for.
/// </summary>
internal sealed class Open311Door(ChannelsDb db, ICityRegistry registry, CallLimits limits, TimeProvider time)
{
    private const string Xml = "xml";
    private const string Json = "json";

    public Task<IResult> Read(HttpContext http, string format, Func<Input, ApiCaller, Task<Outcome<Answer>>> work) =>
        Answer(http, format, keyed: false, work);

    /// <summary>For what needs a key.</summary>
    public Task<IResult> Write(HttpContext http, string format, Func<Input, ApiCaller, Task<Outcome<Answer>>> work) =>
        Answer(http, format, keyed: true, work);

    /// <summary>For a table, which is written as it is read; errors come in the form that GeoReport takes for granted.</summary>
    /// <param name="http">The call.</param>
    /// <param name="file">Name and type of what is written.</param>
    /// <param name="read">What is asked for.</param>
    /// <param name="write">Writes it.</param>
    public async Task<IResult> Table<T>(
        HttpContext http,
        (string Name, string Type) file,
        Func<Input, ApiCaller, Outcome<T>> read,
        Func<T, Task> write
    )
        where T : notnull
    {
        var outcome = (await InputReader.Read(http.Request, http.RequestAborted)).Ok(out var input, out var refusal)
            ? await Work(input, http, keyed: false, (i, caller) => Task.FromResult(read(i, caller)), http.RequestAborted)
            : refusal;
        if (!outcome.Ok(out var command, out refusal))
            return Errors(http, Xml, refusal);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Stream(_ => write(command), file.Type, file.Name);
    }

    /// <summary>What an address answers behind which there is nothing.</summary>
    public static IResult Nothing(HttpContext http) =>
        Errors(http, http.Request.Path.Value?.EndsWith(".json", StringComparison.Ordinal) == true ? Json : Xml, new FormatUnknown());

    private async Task<IResult> Answer(HttpContext http, string format, bool keyed, Func<Input, ApiCaller, Task<Outcome<Answer>>> work)
    {
        if (format is not (Xml or Json) || http.Request.Path.Value!.Any(char.IsControl))
            return Nothing(http);
        var ct = http.RequestAborted;
        var outcome = (await InputReader.Read(http.Request, ct)).Ok(out var input, out var refusal)
            ? await Work(input, http, keyed, work, ct)
            : refusal;
        return outcome.Ok(out var answer, out refusal) ? Written(answer, format, StatusCodes.Status200OK) : Errors(http, format, refusal);
    }

    private async Task<Outcome<T>> Work<T>(
        Input input,
        HttpContext http,
        bool keyed,
        Func<Input, ApiCaller, Task<Outcome<T>>> work,
        CancellationToken ct
    )
        where T : notnull
    {
        var secret = input.One("api_key");
        var caller = secret is null ? ApiCaller.Anybody : await CallerOf(secret, ct);
        if (limits.Count(caller ?? ApiCaller.Anybody, http.Connection.RemoteIpAddress?.ToString()) is { } tooMany)
            return tooMany;
        if (caller is null)
            return new KeyWrong();
        if (keyed && caller.Key is null)
            return new KeyMissing();
        var city = registry.Current.City.Code;
        if (input.One("jurisdiction_id") is { } jurisdiction && jurisdiction != city)
            return new JurisdictionUnknown(city);
        return input.Wrong is { } wrong ? wrong : await work(input, caller);
    }

    /// <summary>Asked anew at each call, so that a key that was just made opens and one that was just revoked does not.</summary>
    private async Task<ApiCaller?> CallerOf(string secret, CancellationToken ct)
    {
        var hash = ApiKey.HashOf(secret);
        var key = await db.ApiKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Hash == hash && k.RevokedAt == null, ct);
        if (key is null)
            return null;
        var now = time.GetUtcNow();
        if (key.UsedAt is null || now - key.UsedAt >= ApiKey.UsedEvery)
            await db.Write(
                () => db.ApiKeys.Where(k => k.Id == key.Id).ExecuteUpdateAsync(set => set.SetProperty(k => k.UsedAt, now), ct),
                ct
            );
        return new ApiCaller(key.Id);
    }

    private static WrittenAnswer Errors(HttpContext http, string format, Refusal refusal)
    {
        var status = refusal switch
        {
            BodyTooLarge => StatusCodes.Status413PayloadTooLarge,
            // GeoReport knows 404, 403 and, for everything else, 400.
            { Kind: RefusalKind.Conflict } => StatusCodes.Status400BadRequest,
            _ => refusal.StatusCode(),
        };
        if (refusal is TooManyCalls { Seconds: var seconds })
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Written(Model.Answer.OfErrors(refusal, status), format, status);
    }

    private static WrittenAnswer Written(Answer answer, string format, int status) =>
        format == Json
            ? new WrittenAnswer(AnswerText.ToJson(answer), "application/json; charset=utf-8", status)
            : new WrittenAnswer(AnswerText.ToXml(answer), "text/xml; charset=utf-8", status);

    private sealed class WrittenAnswer(byte[] bytes, string contentType, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = status;
            response.ContentType = contentType;
            response.ContentLength = bytes.Length;
            response.Headers.CacheControl = "no-store";
            return response.Body.WriteAsync(bytes, httpContext.RequestAborted).AsTask();
        }
    }
}
