# Series, frames and indexes: as arguments, results and names.
# needs: pandas
# %% set-up
import numpy as np
import pandas as pd

sales = pd.DataFrame({"city": ["A", "B", "A"], "units": [1, 2, 3], "price": [1.5, np.nan, 2.5], "day": pd.to_datetime(["2024-01-01", "2024-01-02", "2024-01-03"])})
# %% answer
def totals(df):
    return df.groupby("city")["units"].sum()


def clean(df):
    return df.dropna().set_index("day")


def add(df):
    df["revenue"] = df["units"] * df["price"]


monthly = pd.Series([1.0, 2.0], index=pd.period_range("2024-01", periods=2, freq="M").to_timestamp(), name="m")
kinds = sales["city"].astype("category")
mean = sales["price"].mean()
# %% right
def totals(df):
    return pd.Series({c: df.loc[df["city"] == c, "units"].sum() for c in sorted(df["city"].unique())}, name="units").rename_axis("city")


def clean(df):
    return df[df["price"].notna()].set_index("day")


def add(df):
    df.loc[:, "revenue"] = df.units * df.price


monthly = pd.Series([1.0, 2.0], index=pd.to_datetime(["2024-01-01", "2024-02-01"]), name="m")
kinds = pd.Series(pd.Categorical(["A", "B", "A"]), name="city")
mean = np.nanmean(sales["price"])
# %% wrong
def totals(df):
    return df.groupby("city")["units"].count()


def clean(df):
    return df.set_index("day")


def add(df):
    df = df.assign(revenue=1)


monthly = [1.0, 2.0]
kinds = sales["city"]
mean = sales["price"].sum()
# %% tests
got = totals(sales)
assert isinstance(got, pd.Series) and got["A"] == 4 and got.index.name == "city" and got.name == "units"
# %% tests
pd.testing.assert_series_equal(totals(sales), sales.groupby("city").units.sum())
# %% tests
got = clean(sales)
assert got.shape == (2, 3) and got.index[0] == pd.Timestamp("2024-01-01") and got.index.name == "day"
assert list(got.columns) == ["city", "units", "price"] and got.dtypes["units"] == np.int64
# %% tests
mine = sales.copy()
add(mine)
assert "revenue" in mine.columns and mine["revenue"].iloc[0] == 1.5
# %% tests
assert monthly.index.month.tolist() == [1, 2] and monthly.name == "m" and monthly.sum() == 3
# %% tests
assert kinds.dtype == "category" and list(kinds.cat.categories) == ["A", "B"]
# %% tests
assert np.isclose(mean, 2.0) and sales.shape == (3, 4)
# %% tests
pd.testing.assert_frame_equal(clean(sales).reset_index()[["city", "units"]], pd.DataFrame({"city": ["A", "A"], "units": [1, 3]}))
