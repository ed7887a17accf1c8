# Models of scikit-learn that a task returns, and library objects that a test gives to it.
# needs: sklearn
# %% set-up
import numpy as np
from sklearn.datasets import make_classification
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier

X, y = make_classification(60, 4, random_state=0)
# %% answer
model = LinearRegression()


def line(x, y):
    return LinearRegression().fit(x, y)


def classifier(depth):
    return DecisionTreeClassifier(max_depth=depth, random_state=0)


def forest(x, y):
    return RandomForestClassifier(5, random_state=0).fit(x, y)


def scaled(x, y):
    return make_pipeline(StandardScaler(), LogisticRegression(C=0.5)).fit(x, y)


def search(x, y):
    return GridSearchCV(DecisionTreeClassifier(random_state=0), {"max_depth": [1, 2]}, cv=3).fit(x, y)


def score(model, x, y):
    return model.fit(x, y).score(x, y)


def models():
    return {"line": LinearRegression(), "tree": DecisionTreeClassifier(max_depth=2)}
# %% right
model = LinearRegression(fit_intercept=True)


def line(x, y):
    fitted = LinearRegression()
    fitted.fit(x, y)
    return fitted


classifier = lambda depth: DecisionTreeClassifier(random_state=0, max_depth=depth)


def forest(x, y):
    made = RandomForestClassifier(random_state=0, n_estimators=5)
    return made.fit(x, y)


def scaled(x, y):
    return Pipeline([("standardscaler", StandardScaler()), ("logisticregression", LogisticRegression(C=0.5))]).fit(x, y)


def search(x, y):
    found = GridSearchCV(DecisionTreeClassifier(random_state=0), {"max_depth": [2, 1]}, cv=3)
    found.fit(x, y)
    return found


def score(model, x, y):
    model.fit(x, y)
    return np.mean(model.predict(x) == y)


models = lambda: dict(tree=DecisionTreeClassifier(max_depth=2), line=LinearRegression())
# %% wrong
class Mine(LinearRegression):
    pass


model = Mine()


def line(x, y):
    return LinearRegression()


def classifier(depth):
    return DecisionTreeClassifier()


def forest(x, y):
    return DecisionTreeClassifier().fit(x, y)


def scaled(x, y):
    return LogisticRegression(C=0.5).fit(x, y)


def search(x, y):
    return DecisionTreeClassifier().fit(x, y)


def score(model, x, y):
    return 0.5


models = lambda: {"line": LinearRegression}
# %% tests
assert type(model) == LinearRegression and isinstance(model, LinearRegression)
# %% tests
fitted = line(np.array([[0.0], [1.0], [2.0]]), np.array([1.0, 3.0, 5.0]))
assert np.isclose(fitted.coef_[0], 2) and np.isclose(fitted.intercept_, 1)
assert np.allclose(fitted.predict([[10.0]]), [21]) and fitted.score([[0.0], [1.0]], [1.0, 3.0]) == 1
# %% tests
tree = classifier(3)
assert tree.get_params()["max_depth"] == 3 and tree.max_depth == 3
tree.fit(X, y)
assert tree.get_depth() <= 3 and tree.tree_.node_count > 1 and tree.feature_importances_.shape == (4,)
assert "DecisionTreeClassifier" in str(type(tree)) and type(tree).__name__ == "DecisionTreeClassifier"
# %% tests
trees = forest(X, y)
assert type(trees) is RandomForestClassifier and len(trees.estimators_) == 5
assert trees.predict(X).shape == y.shape and set(trees.classes_) == {0, 1}
# %% tests
pipe = scaled(X, y)
assert type(pipe) is Pipeline and [name for name, _ in pipe.steps] == ["standardscaler", "logisticregression"]
assert isinstance(pipe.named_steps["standardscaler"], StandardScaler)
assert pipe["logisticregression"].C == 0.5 and pipe.predict(X).shape == (60,)
# %% tests
found = search(X, y)
assert isinstance(found, GridSearchCV) and found.best_params_ in ({"max_depth": 1}, {"max_depth": 2})
assert type(found.best_estimator_) is DecisionTreeClassifier and 0 < found.best_score_ <= 1
# %% tests
from sklearn.model_selection import cross_val_score

assert cross_val_score(classifier(2), X, y, cv=3).shape == (3,)
assert classifier(2).max_depth == 2
# %% tests
assert score(DecisionTreeClassifier(random_state=0), X, y) == 1
# %% tests
made = models()
assert {name: type(each) for name, each in made.items()} == {"line": LinearRegression, "tree": DecisionTreeClassifier}
# %% tests
from sklearn.exceptions import NotFittedError
from sklearn.utils.validation import check_is_fitted

check_is_fitted(scaled(X, y))
try:
    check_is_fitted(classifier(1))
except NotFittedError:
    pass
else:
    raise AssertionError("not fitted yet")
assert classifier(1).max_depth == 1
