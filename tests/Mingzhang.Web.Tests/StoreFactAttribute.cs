namespace Mingzhang.Tests.Web;

/// <summary>A test over a database; skipped where PostgreSQL is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StoreFactAttribute : FactAttribute
{
    public StoreFactAttribute()
    {
        if (!RunningWeb.Exists) Skip = "needs PostgreSQL: package postgresql";
    }
}

/// <summary>Tests over a database; skipped where PostgreSQL is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StoreTheoryAttribute : TheoryAttribute
{
    public StoreTheoryAttribute()
    {
        if (!RunningWeb.Exists) Skip = "needs PostgreSQL: package postgresql";
    }
}
