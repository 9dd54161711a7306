namespace Suiying.Knowledge.Model;

/// <summary>面向对象: for whom an item is.</summary>
public enum Audience
{
    Anyone,
    Family,
    Elder,
    Worker,
    Business,
}
