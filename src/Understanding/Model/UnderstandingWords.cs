namespace Suiying.Understanding.Model;

/// <summary>What the module's values are called.</summary>
public static class UnderstandingWords
{
    public static string Of(ModelKind kind) =>
        kind switch
        {
            ModelKind.Category => "诉求类别",
            _ => "承办单位",
        };

    public static string Of(ModelState state) =>
        state switch
        {
            ModelState.InUse => "使用中",
            ModelState.Waiting => "待启用",
            _ => "已替换",
        };
}
